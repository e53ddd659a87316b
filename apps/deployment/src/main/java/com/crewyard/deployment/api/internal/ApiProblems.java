package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.DeniedException;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.targets.TargetException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what fails as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<Wire.Problem> refused(RefusedException e) {
        HttpStatus status = switch (e.reason()) {
            case INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_NOW -> HttpStatus.CONFLICT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
        };
        return problem(status, e.sentence(), e.reason().name(), e.details());
    }

    @ExceptionHandler
    ResponseEntity<Wire.Problem> denied(DeniedException e) {
        return problem(HttpStatus.FORBIDDEN, e.sentence(), null, List.of());
    }

    @ExceptionHandler({TargetException.class, RoutingException.class})
    ResponseEntity<Wire.Problem> down(RuntimeException e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()), null, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Wire.Problem> unreadable(HttpMessageNotReadableException e) {
        if (e.getMostSpecificCause() instanceof BoundedBodies.TooLargeException) {
            return problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is larger than %d MiB; send less SQL or fewer variables at once."
                            .formatted(BoundedBodies.MOST_MEGABYTES),
                    null,
                    List.of());
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                "The body cannot be read as the JSON that is wanted here (%s)."
                        .formatted(String.valueOf(e.getMostSpecificCause().getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")),
                null,
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Wire.Problem> unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            return problem(known.getStatusCode(), String.valueOf(known.getBody().getDetail()), null, List.of());
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This failed for a reason that is in the console's log.",
                null,
                List.of());
    }

    private static ResponseEntity<Wire.Problem> problem(
            HttpStatusCode status, String sentence, @Nullable String reason, List<String> details) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Wire.Problem(
                        known == null ? "" : known.getReasonPhrase(), status.value(), sentence, reason, details));
    }
}
