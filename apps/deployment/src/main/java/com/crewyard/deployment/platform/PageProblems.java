package com.crewyard.deployment.platform;

import com.crewyard.deployment.access.DeniedException;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.web.ErrorView;
import com.crewyard.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what fails as a page that says what to do next. */
@ControllerAdvice
class PageProblems {

    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);
    private static final int FAILED = 500;

    @ExceptionHandler
    Reply refused(CrewyardException e) {
        return new ErrorView(e.problem().status(), e.sentence()).view();
    }

    @ExceptionHandler
    Reply refused(RefusedException e) {
        int status = switch (e.reason()) {
            case INPUT -> 422;
            case NOT_NOW -> 409;
            case NOT_FOUND -> 404;
        };
        return new ErrorView(status, e.sentence()).view();
    }

    @ExceptionHandler
    Reply denied(DeniedException e) {
        return new ErrorView(403, e.sentence()).view();
    }

    @ExceptionHandler
    Reply unexpected(Exception e, HttpServletRequest request) {
        int status = e instanceof ErrorResponse known ? known.getStatusCode().value() : FAILED;
        if (status >= FAILED) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        }
        return new ErrorView(status, "").view();
    }
}
