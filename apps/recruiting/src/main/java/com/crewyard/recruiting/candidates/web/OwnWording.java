package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.candidates.FeedWording;
import com.crewyard.web.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Words for what happens in this module, of the texts {@code feed.TYPE}. */
@Component
@Order(1)
class OwnWording implements FeedWording {

    @Override
    public Map<Long, String> of(List<Activity> entries, Words words) {
        Map<Long, String> sentences = new HashMap<>();
        entries.forEach(entry -> sentence(entry, words).ifPresent(text -> sentences.put(entry.position(), text)));
        return sentences;
    }

    private static Optional<String> sentence(Activity entry, Words words) {
        String key = "feed." + entry.type();
        return switch (entry.type()) {
            case "candidate.created",
                    "resume.received",
                    "resume.parsed",
                    "resume.unreadable",
                    "note.added",
                    "note.deleted" -> Optional.of(words.of(key));
            case "candidate.recognized" -> Optional.of(words.of(key, by(entry.text("by"), words)));
            case "candidate.updated", "candidate.corrected", "candidate.correction_undone" ->
                Optional.of(words.of(key, fields(entry, words)));
            case "candidate.tagged", "candidate.untagged" -> Optional.of(words.of(key, entry.text("tag")));
            case "candidate.merged", "candidate.merge_undone" -> Optional.of(words.of(key, entry.text("name")));
            case "task.added", "task.completed", "task.reopened" -> Optional.of(words.of(key, entry.text("title")));
            case "attachment.added", "attachment.removed" -> Optional.of(words.of(key, kind(entry, words)));
            default -> Optional.empty();
        };
    }

    private static String by(String code, Words words) {
        String key = "duplicate." + code;
        return words.has(key) ? words.of(key) : code;
    }

    private static String kind(Activity entry, Words words) {
        String key = "feed.kind." + entry.text("kind");
        return words.of(words.has(key) ? key : "feed.kind.other");
    }

    private static String fields(Activity entry, Words words) {
        return entry.data().get("fields") instanceof List<?> codes
                ? codes.stream().map(code -> label(String.valueOf(code), words)).collect(Collectors.joining(", "))
                : words.of("feed.profile");
    }

    private static String label(String code, Words words) {
        return Stream.of("record." + code, "profile." + code)
                .filter(words::has)
                .findFirst()
                .map(words::of)
                .orElse(code);
    }
}
