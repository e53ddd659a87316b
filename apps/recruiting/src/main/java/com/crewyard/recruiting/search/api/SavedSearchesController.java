package com.crewyard.recruiting.search.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.SavedSearch;
import com.crewyard.recruiting.search.SavedSearches;
import com.crewyard.recruiting.search.SearchParameters;
import com.crewyard.recruiting.search.SearchRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own saved searches. */
@RestController
@RequestMapping("/api/v1/saved-searches")
@ProcessRole.Only(ProcessRole.API)
class SavedSearchesController {

    private static final int ANY_LIMIT = 20;

    private final SavedSearches saved;

    SavedSearchesController(SavedSearches saved) {
        this.saved = saved;
    }

    /** @param filters values by facet, as {@code GET /api/v1/search} takes them */
    record NewSearch(
            @Nullable String name,
            @Nullable String q,
            @Nullable String kind,
            @Nullable String sort,
            @Nullable Map<String, List<String>> filters,
            @Nullable Boolean alerts) {}

    record Change(@Nullable Boolean alerts) {}

    /** @param newMatches candidates who came to fit since their owner last opened it */
    record Body(
            long id,
            String name,
            String q,
            @Nullable String kind,
            String sort,
            Map<String, List<String>> filters,
            boolean alerts,
            long newMatches,
            Instant createdAt) {
        static Body of(SavedSearch saved) {
            SearchRequest request = saved.request();
            Map<String, List<String>> filters = new LinkedHashMap<>();
            for (Facet facet : Facet.values()) {
                if (request.filters().containsKey(facet)) {
                    filters.put(facet.code(), request.filters().getOrDefault(facet, List.of()));
                }
            }
            return new Body(
                    saved.id(),
                    saved.name(),
                    request.query(),
                    request.kinds().size() == Kind.values().length
                            ? null
                            : request.kinds().iterator().next().code(),
                    request.order().code(),
                    filters,
                    saved.alerts(),
                    saved.news(),
                    saved.createdAt());
        }
    }

    record Items(List<Body> items) {}

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping
    Items list(CurrentUser user) {
        return new Items(saved.of(user).stream().map(Body::of).toList());
    }

    @Requires(Permission.CANDIDATES_READ)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Body create(@RequestBody NewSearch search, CurrentUser user) {
        Violations violations = new Violations();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", search.q());
        put(parameters, "kind", search.kind());
        put(parameters, "sort", search.sort());
        Objects.requireNonNullElse(search.filters(), Map.<String, List<String>>of())
                .forEach((name, values) -> {
                    violations.require(
                            Facet.ofCode(name)
                                    .filter(facet -> facet != Facet.KIND)
                                    .isPresent(),
                            "filters." + name,
                            "\"%s\" is nothing to narrow by.".formatted(name));
                    parameters.putIfAbsent(name, values);
                });
        SearchRequest request = SearchParameters.read(parameters, ANY_LIMIT, violations);
        violations.throwIfAny();
        return Body.of(saved.save(
                user,
                Objects.requireNonNullElse(search.name(), ""),
                request,
                Objects.requireNonNullElse(search.alerts(), false)));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/{id}")
    Body find(@PathVariable long id, CurrentUser user) {
        return Body.of(saved.required(user, id));
    }

    @Requires(Permission.CANDIDATES_READ)
    @PatchMapping("/{id}")
    Body change(@PathVariable long id, @RequestBody Change change, CurrentUser user) {
        Boolean alerts = change.alerts();
        if (alerts == null) {
            throw CrewyardException.invalid("alerts", "Say whether to be told of new candidates: true or false.");
        }
        return Body.of(saved.changeAlerts(user, id, alerts));
    }

    @Requires(Permission.CANDIDATES_READ)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, CurrentUser user) {
        saved.remove(user, id);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }
}
