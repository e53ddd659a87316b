package com.crewyard.recruiting.search;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.search.internal.SavedSearchStore;
import com.crewyard.recruiting.search.internal.Watching;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches that people keep; each sees only their own. */
@Service
public class SavedSearches {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SEARCH = 8_000;
    private static final int MOST = 100;

    private final SavedSearchStore store;
    private final Watching watching;

    SavedSearches(SavedSearchStore store, Watching watching) {
        this.store = store;
        this.watching = watching;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> of(CurrentUser user) {
        return store.of(user.id());
    }

    /** @throws CrewyardException when it is not this person's */
    @Transactional(readOnly = true)
    public SavedSearch required(CurrentUser user, long id) {
        return store.find(user.id(), id).orElseThrow(() -> CrewyardException.notFound("Saved search", id));
    }

    /** Keeps a search under a name; one of the same name becomes this one. */
    @Transactional
    public SavedSearch save(CurrentUser user, String name, SearchRequest request, boolean alerts) {
        String called = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String parameters = SearchParameters.write(request);
        Violations violations = new Violations();
        violations.require(
                !called.isEmpty() && called.length() <= LONGEST_NAME,
                "name",
                called.isEmpty() ? "Give the search a name." : "A name has at most 120 characters.");
        violations.require(
                parameters.length() <= LONGEST_SEARCH, "q", "This search is too long to keep; take something away.");
        violations.throwIfAny();
        List<SavedSearch> present = store.of(user.id());
        if (present.size() >= MOST
                && present.stream().noneMatch(each -> each.name().equals(called))) {
            throw CrewyardException.of(
                    Problem.INCONSISTENT, "You keep %d searches already; remove one first.".formatted(MOST));
        }
        long id = store.put(user.id(), called, parameters, alerts);
        watching.changed(id);
        return required(user, id);
    }

    @Transactional
    public SavedSearch changeAlerts(CurrentUser user, long id, boolean alerts) {
        required(user, id);
        store.updateAlerts(id, alerts);
        watching.changed(id);
        return required(user, id);
    }

    @Transactional
    public void remove(CurrentUser user, long id) {
        required(user, id);
        store.delete(id);
    }

    /** From now on only who comes later is news. */
    @Transactional
    public void markSeen(CurrentUser user, long id) {
        required(user, id);
        store.updateSeen(id);
    }

    /** The one that this search was saved as, if it was. */
    @Transactional(readOnly = true)
    public Optional<SavedSearch> of(CurrentUser user, SearchRequest request) {
        String parameters = SearchParameters.write(request);
        return store.of(user.id()).stream()
                .filter(saved -> saved.parameters().equals(parameters))
                .findFirst();
    }
}
