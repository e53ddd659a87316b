package com.crewyard.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that cannot be carried out, with a sentence for the person who made it. */
public final class CrewyardException extends RuntimeException {

    private final Problem problem;
    private final List<FieldError> errors;
    private final Optional<Duration> retryAfter;

    private CrewyardException(Problem problem, String message, List<FieldError> errors, Optional<Duration> retryAfter) {
        super(message);
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public static CrewyardException of(Problem problem, String message) {
        return new CrewyardException(problem, message, List.of(), Optional.empty());
    }

    public static CrewyardException notFound(String kind, Object id) {
        return of(Problem.NOT_FOUND, "%s %s does not exist".formatted(kind, id));
    }

    public static CrewyardException invalid(List<FieldError> errors) {
        String summary = errors.size() == 1
                ? errors.getFirst().message()
                : "%d fields need attention: %s"
                        .formatted(
                                errors.size(),
                                String.join(
                                        ", ",
                                        errors.stream().map(FieldError::field).toList()));
        return new CrewyardException(Problem.INVALID, summary, errors, Optional.empty());
    }

    public static CrewyardException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static CrewyardException throttled(String message, Duration retryAfter) {
        return new CrewyardException(Problem.THROTTLED, message, List.of(), Optional.of(retryAfter));
    }

    public Problem problem() {
        return problem;
    }

    /** Empty unless the problem is {@link Problem#INVALID}. */
    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The sentence, never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
