package com.crewyard.recruiting.platform.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Answers the API's failures as problem details (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class ApiProblems {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CrewyardException e) {
        ResponseEntity<ProblemDetail> answer =
                problem(HttpStatus.valueOf(e.problem().status()), e.sentence(), e.errors());
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        if (e.problem() == Problem.UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        e.retryAfter()
                .ifPresent(wait -> headers.set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()))));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException mapping
                && !mapping.getPath().isEmpty()) {
            String field = String.valueOf(mapping.getPath().getFirst().getPropertyName());
            return invalid(field, "%s has a value of the wrong type.".formatted(field));
        }
        String reason = e.getCause() instanceof JacksonException json ? json.getOriginalMessage() : "it is missing";
        return invalid("body", "The body cannot be read as JSON: %s".formatted(reason));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e) {
        boolean isPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return isPath
                ? problem(
                        HttpStatus.NOT_FOUND,
                        "%s \"%s\" does not exist".formatted(e.getName(), e.getValue()),
                        List.of())
                : invalid(e.getName(), "%s cannot be \"%s\".".formatted(e.getName(), e.getValue()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e) {
        return invalid(e.getParameterName(), "%s is missing.".formatted(e.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException e) {
        return invalid(
                e.getRequestPartName(),
                "%s is missing: send it as a multipart file.".formatted(e.getRequestPartName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "A file has at most 10 MB.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            String detail = known.getBody().getDetail();
            return problem(
                    HttpStatus.valueOf(known.getStatusCode().value()),
                    detail == null ? "The request cannot be answered." : detail,
                    List.of());
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something broke on our side; it is in the log. Try again.",
                List.of());
    }

    private static ResponseEntity<ProblemDetail> invalid(String field, String message) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, message, List.of(new FieldError(field, message)));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String sentence, List<FieldError> errors) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        if (!errors.isEmpty()) {
            detail.setProperty("errors", errors);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
