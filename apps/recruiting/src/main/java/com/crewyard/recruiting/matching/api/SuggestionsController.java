package com.crewyard.recruiting.matching.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.MatchProfiles;
import com.crewyard.recruiting.matching.Suggestion;
import com.crewyard.recruiting.matching.Suggestions;
import com.crewyard.recruiting.platform.ProcessRole;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What decisions on a job say about its weights. */
@RestController
@RequestMapping("/api/v1/matching/jobs/{job}/suggestion")
@ProcessRole.Only(ProcessRole.API)
class SuggestionsController {

    private final Suggestions suggestions;
    private final MatchProfiles profiles;

    SuggestionsController(Suggestions suggestions, MatchProfiles profiles) {
        this.suggestions = suggestions;
        this.profiles = profiles;
    }

    /** @param suggestion null while the decisions say nothing clear, or are too few */
    record SuggestionBody(@Nullable Suggestion suggestion) {}

    record Decision(@Nullable String criterion, @Nullable Integer latestVersion) {

        Criterion.Kind kind() {
            return Optional.ofNullable(criterion)
                    .flatMap(Criterion.Kind::ofCode)
                    .orElseThrow(() -> CrewyardException.invalid(
                            "criterion", "\"%s\" is no criterion; name the one suggested.".formatted(criterion)));
        }
    }

    @Requires(Permission.MATCHING_RUN)
    @GetMapping
    SuggestionBody suggestion(@PathVariable("job") JobId job) {
        return new SuggestionBody(suggestions.of(job).orElse(null));
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/acceptance")
    MatchProfileBody accept(@PathVariable("job") JobId job, @RequestBody Decision decision, CurrentUser user) {
        suggestions.accept(
                user,
                job,
                decision.kind(),
                Optional.ofNullable(decision.latestVersion()).orElse(0));
        return MatchProfileBody.of(profiles.of(job));
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable("job") JobId job, @RequestBody Decision decision, CurrentUser user) {
        suggestions.dismiss(user, job, decision.kind());
    }
}
