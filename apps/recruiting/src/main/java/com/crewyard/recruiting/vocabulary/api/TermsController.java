package com.crewyard.recruiting.vocabulary.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.vocabulary.Family;
import com.crewyard.recruiting.vocabulary.KnownTerm;
import com.crewyard.recruiting.vocabulary.OwnTerm.Source;
import com.crewyard.recruiting.vocabulary.OwnTerms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The taxonomy's skills and titles, and the organization's own among them. */
@RestController
@RequestMapping("/api/v1/taxonomy")
@ProcessRole.Only(ProcessRole.API)
class TermsController {

    private static final String FAMILY = "{family:skills|titles}";
    private static final int LARGEST_LIMIT = 200;

    private final OwnTerms terms;

    TermsController(OwnTerms terms) {
        this.terms = terms;
    }

    record FoundPage(List<KnownTerm> items) {}

    record OwnPage(List<TermBody> items, long total) {}

    /** @param skills or titles, as the address says */
    record Import(
            @Nullable String source,
            @Nullable List<TermBody> skills,
            @Nullable List<TermBody> titles) {}

    record Imported(int taken) {}

    @Requires(Permission.JOBS_READ)
    @GetMapping("/" + FAMILY)
    FoundPage search(
            @PathVariable String family, @RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return new FoundPage(terms.search(Family.ofPlural(family), q, window(limit)));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @GetMapping("/own-" + FAMILY)
    OwnPage own(
            @PathVariable String family,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "50") int limit) {
        OwnTerms.Page page = terms.page(Family.ofPlural(family), q, Math.max(0, skip), window(limit));
        return new OwnPage(page.items().stream().map(TermBody::of).toList(), page.total());
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/own-" + FAMILY)
    @ResponseStatus(HttpStatus.CREATED)
    TermBody add(@PathVariable String family, @RequestBody TermBody body, CurrentUser user) {
        return TermBody.of(terms.add(user, body.term(Family.ofPlural(family))));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PutMapping("/own-" + FAMILY + "/{id}")
    TermBody change(@PathVariable String family, @PathVariable long id, @RequestBody TermBody body, CurrentUser user) {
        int seen = Optional.ofNullable(body.version()).orElse(0);
        return TermBody.of(terms.change(user, id, seen, body.term(Family.ofPlural(family))));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @DeleteMapping("/own-" + FAMILY + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String family, @PathVariable long id, CurrentUser user) {
        terms.remove(user, Family.ofPlural(family), id);
    }

    /** Skills or titles of official files, at most 1,000 at once; the same again changes nothing. */
    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/own-" + FAMILY + "/import")
    Imported take(@PathVariable String family, @RequestBody Import body, CurrentUser user) {
        String written = Optional.ofNullable(body.source()).orElse("");
        Source source = Source.ofCode(written)
                .orElseThrow(() -> CrewyardException.invalid(
                        "source", "\"%s\" is no source; own, esco and onet are.".formatted(written)));
        int taken = switch (Family.ofPlural(family)) {
            case SKILL ->
                terms.takeSkills(
                        user, source, given(body.skills()).map(TermBody::skill).toList());
            case TITLE ->
                terms.takeTitles(
                        user, source, given(body.titles()).map(TermBody::title).toList());
        };
        return new Imported(taken);
    }

    private static Stream<TermBody> given(@Nullable List<TermBody> bodies) {
        return Optional.ofNullable(bodies).orElse(List.of()).stream();
    }

    private static int window(int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw CrewyardException.invalid(
                    "limit", "limit is from 1 to %d; %d is not.".formatted(LARGEST_LIMIT, limit));
        }
        return limit;
    }
}
