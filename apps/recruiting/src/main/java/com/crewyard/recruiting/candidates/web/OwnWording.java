package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.FeedWording;
import com.crewyard.recruiting.candidates.ProfileField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Words for what happens in this module. */
@Component
@Order(1)
class OwnWording implements FeedWording {

    @Override
    public Map<Long, String> of(List<Activity> entries) {
        Map<Long, String> sentences = new HashMap<>();
        entries.forEach(entry -> sentence(entry).ifPresent(text -> sentences.put(entry.position(), text)));
        return sentences;
    }

    private static Optional<String> sentence(Activity entry) {
        return switch (entry.type()) {
            case "candidate.created" -> Optional.of("added this candidate");
            case "candidate.recognized" ->
                Optional.of("was recognised by %s"
                        .formatted(entry.text("by").equals("linkedin") ? "LinkedIn profile" : entry.text("by")));
            case "candidate.updated" -> Optional.of("changed %s".formatted(fields(entry)));
            case "candidate.corrected" -> Optional.of("corrected %s".formatted(fields(entry)));
            case "candidate.correction_undone" ->
                Optional.of("took back the correction of %s".formatted(fields(entry)));
            case "candidate.tagged" -> Optional.of("added the tag %s".formatted(entry.text("tag")));
            case "candidate.untagged" -> Optional.of("removed the tag %s".formatted(entry.text("tag")));
            case "candidate.merged" -> Optional.of("merged %s into this candidate".formatted(entry.text("name")));
            case "candidate.merge_undone" -> Optional.of("undid the merge of %s".formatted(entry.text("name")));
            case "resume.received" -> Optional.of("added a resume");
            case "resume.parsed" -> Optional.of("read the resume");
            case "resume.unreadable" -> Optional.of("could not read the resume");
            case "note.added" -> Optional.of("wrote a note");
            case "note.deleted" -> Optional.of("deleted a note");
            case "task.added" -> Optional.of("added the task “%s”".formatted(entry.text("title")));
            case "task.completed" -> Optional.of("completed the task “%s”".formatted(entry.text("title")));
            case "task.reopened" -> Optional.of("reopened the task “%s”".formatted(entry.text("title")));
            case "attachment.added" -> Optional.of("attached %s".formatted(kind(entry)));
            case "attachment.removed" -> Optional.of("removed %s".formatted(kind(entry)));
            default -> Optional.empty();
        };
    }

    private static String kind(Activity entry) {
        return switch (entry.text("kind")) {
            case "cover_letter" -> "a cover letter";
            case "resume" -> "a resume";
            case "answer" -> "an answer";
            default -> "a file";
        };
    }

    private static String fields(Activity entry) {
        return entry.data().get("fields") instanceof List<?> codes
                ? codes.stream().map(String::valueOf).map(OwnWording::label).collect(Collectors.joining(", "))
                : "the profile";
    }

    private static String label(String code) {
        return CandidateField.ofCode(code)
                .map(CandidateField::label)
                .or(() -> ProfileField.ofCode(code).map(ProfileField::label))
                .map(label ->
                        label.equals("LinkedIn") || label.equals("GitHub") ? label : label.toLowerCase(Locale.ROOT))
                .orElse(code);
    }
}
