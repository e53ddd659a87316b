package com.crewyard.recruiting.identity.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.Problem;
import java.util.List;

final class Reasons {

    private Reasons() {}

    /**
     * Why a form was refused, each reason beside a field.
     *
     * @param field that a reason without one is about
     * @throws CrewyardException when the refusal is not about what was typed
     */
    static List<FieldError> beside(CrewyardException e, String field) {
        if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
            throw e;
        }
        return e.errors().isEmpty() ? List.of(new FieldError(field, e.sentence())) : e.errors();
    }
}
