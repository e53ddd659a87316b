package com.crewyard.recruiting.platform.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.web.ErrorView;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Answers what fails outside the API as a page that says what to do next. */
@ControllerAdvice
@Order(2)
class PageProblems {

    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

    @ExceptionHandler
    Reply refused(CrewyardException e, HttpServletRequest request) {
        if (e.problem() == Problem.UNAUTHENTICATED) {
            return Redirect.to("/login" + (request.getMethod().equals("GET") ? "?next=" + asked(request) : ""));
        }
        boolean usual = e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN;
        return new ErrorView(e.problem().status(), usual ? "" : e.sentence()).view();
    }

    @ExceptionHandler
    Reply wrongType(MethodArgumentTypeMismatchException e) {
        return new ErrorView(404, "").view();
    }

    @ExceptionHandler
    Reply tooLarge(MaxUploadSizeExceededException e) {
        return new ErrorView(413, "").view();
    }

    @ExceptionHandler
    Object unexpected(Exception e, HttpServletRequest request) {
        int status = e instanceof ErrorResponse known ? known.getStatusCode().value() : 500;
        if (status >= 500) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        }
        if (request.getRequestURI().startsWith("/api/") || isProgram(request)) {
            ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                    HttpStatus.valueOf(status),
                    status == HttpStatus.NOT_FOUND.value()
                            ? "%s %s does not exist".formatted(request.getMethod(), request.getRequestURI())
                            : "%s %s cannot be answered: %s"
                                    .formatted(
                                            request.getMethod(),
                                            request.getRequestURI(),
                                            HttpStatus.valueOf(status).getReasonPhrase()));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail);
        }
        return new ErrorView(status, "").view();
    }

    /** Browsers say that they take HTML. */
    private static boolean isProgram(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("json") && !accepted.contains("text/html");
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }
}
