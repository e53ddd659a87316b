package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidatePage;
import com.crewyard.recruiting.candidates.CandidateTask;
import com.crewyard.recruiting.candidates.Tags;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of candidates.
 *
 * @param tags those of the candidates shown
 * @param labels every tag in use
 * @param number of the page, from 1
 */
public record ListView(
        CandidatePage page,
        Map<CandidateId, List<String>> tags,
        Map<CandidateId, CandidateTask> tasks,
        List<Tags.Use> labels,
        String words,
        String tag,
        int number) {

    static final int LENGTH = 50;

    public boolean narrows() {
        return !words.isEmpty() || !tag.isEmpty();
    }

    public List<String> tagsOf(Candidate candidate) {
        return tags.getOrDefault(candidate.id(), List.of());
    }

    public Optional<CandidateTask> taskOf(Candidate candidate) {
        return Optional.ofNullable(tasks.get(candidate.id()));
    }

    /** "Lead mechanic, Example Garage", or the headline when neither is known. */
    public static String position(Candidate candidate) {
        String position = Stream.of(candidate.currentTitle(), candidate.currentCompany())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return position.isEmpty() ? candidate.headline().orElse("") : position;
    }

    public String next() {
        return (long) number * LENGTH < page.total() ? address(number + 1) : "";
    }

    public String previous() {
        return number > 1 ? address(number - 1) : "";
    }

    public long first() {
        return page.items().isEmpty() ? 0 : (number - 1L) * LENGTH + 1;
    }

    public long last() {
        return (number - 1L) * LENGTH + page.items().size();
    }

    private String address(int page) {
        return "/candidates?page=%d&q=%s&tag=%s".formatted(page, encoded(words), encoded(tag));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
