package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.Problem;
import com.crewyard.web.Flash;
import com.crewyard.web.Redirect;
import java.util.List;
import java.util.Set;

/** Where the forms of a candidate's page lead back to. */
final class Tabs {

    private static final Set<String> NAMES = Set.of("activity", "applications", "fits");

    private Tabs() {}

    /** The tab somebody came from, the profile unless it is known. */
    static String path(CandidateId candidate, String tab) {
        return NAMES.contains(tab) ? "/candidates/%s/%s".formatted(candidate, tab) : "/candidates/" + candidate;
    }

    static Redirect to(CandidateId candidate, String tab) {
        return Redirect.to(path(candidate, tab));
    }

    /** Does it, or says on the tab why not. */
    static Redirect trying(CandidateId candidate, String tab, Runnable work) {
        try {
            work.run();
            return to(candidate, tab);
        } catch (CrewyardException e) {
            return to(candidate, tab).saying(Flash.error(refusal(e)));
        }
    }

    /**
     * Reasons beside the fields they are about.
     *
     * @throws CrewyardException when the refusal is not about what was typed
     */
    static List<FieldError> reasons(CrewyardException e, String field) {
        refusal(e);
        return e.errors().isEmpty() ? List.of(new FieldError(field, e.sentence())) : e.errors();
    }

    private static String refusal(CrewyardException e) {
        if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
            throw e;
        }
        return e.sentence();
    }
}
