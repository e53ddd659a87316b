package com.crewyard.cli;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring Boot from printing a failed start, which {@link StartFailure} says in one sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SilentReporter implements SpringBootExceptionReporter {

    SilentReporter() {}

    @Override
    public boolean reportException(Throwable failure) {
        return true;
    }
}
