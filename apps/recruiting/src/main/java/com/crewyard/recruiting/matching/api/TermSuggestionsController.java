package com.crewyard.recruiting.matching.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.matching.TermSuggestions;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.taxonomy.Title;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Skills that a text asks for, and titles that a title means. */
@RestController
@RequestMapping("/api/v1/matching")
@ProcessRole.Only(ProcessRole.API)
class TermSuggestionsController {

    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_TITLE = 300;
    private static final int MOST = 50;

    private final TermSuggestions suggestions;

    TermSuggestionsController(TermSuggestions suggestions) {
        this.suggestions = suggestions;
    }

    record TextRequest(@Nullable String text, @Nullable Integer limit) {}

    /** @param complete false while names of the taxonomy are not known by meaning yet; ask again then */
    record Skills(List<TermSuggestions.SuggestedSkill> items, boolean complete) {}

    record TitleBody(String id, String label, List<String> synonyms) {}

    /** As {@link Skills}. */
    record Titles(List<TitleBody> items, boolean complete) {}

    @Requires(Permission.JOBS_READ)
    @PostMapping("/skills_in_text")
    Skills skills(@RequestBody TextRequest request) {
        String text = Objects.requireNonNullElse(request.text(), "");
        refuseLonger("text", text, LONGEST_TEXT);
        TermSuggestions.Found<TermSuggestions.SuggestedSkill> found =
                suggestions.skills(text, limit(Objects.requireNonNullElse(request.limit(), 20)));
        return new Skills(found.items(), found.isComplete());
    }

    @Requires(Permission.JOBS_READ)
    @GetMapping("/titles_like")
    Titles titles(@RequestParam String title, @RequestParam(defaultValue = "5") int limit) {
        refuseLonger("title", title, LONGEST_TITLE);
        TermSuggestions.Found<Title> found = suggestions.titles(title, limit(limit));
        return new Titles(
                found.items().stream()
                        .map(each -> new TitleBody(each.id().value(), each.label(), each.synonyms()))
                        .toList(),
                found.isComplete());
    }

    private static void refuseLonger(String field, String written, int longest) {
        if (written.length() > longest) {
            throw CrewyardException.invalid(
                    field, "%s has at most %,d characters; %,d are there.".formatted(field, longest, written.length()));
        }
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw CrewyardException.invalid("limit", "limit is from 1 to %d; %d is not.".formatted(MOST, limit));
        }
        return limit;
    }
}
