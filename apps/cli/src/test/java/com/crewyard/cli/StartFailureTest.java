package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.postgres.DatabaseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void saysTheForeseenReasonHoweverDeepItIs() {
        Throwable failure = new IllegalStateException(
                "bean", new IllegalArgumentException("bean", new DatabaseException("The disk is full.")));
        assertThat(StartFailure.of(failure).sentence()).isEqualTo("The disk is full.");
        assertThat(StartFailure.of(failure).unforeseen()).isEmpty();
    }

    @Test
    void saysTheForeseenReasonThatHasNoOtherBehindIt() {
        assertThat(StartFailure.of(new DatabaseException("The disk is full.")).unforeseen())
                .isEmpty();
    }

    @Test
    void keepsTheDetailsOfWhatNobodyForesaw() {
        StringWriter errors = new StringWriter();
        int code = StartFailure.of(new IllegalStateException("the moon is full", new NullPointerException()))
                .report(new PrintWriter(errors));
        assertThat(code).isEqualTo(1);
        assertThat(errors.toString())
                .contains("Crewyard cannot go on")
                .contains("Details are in")
                .hasLineCount(1);
    }
}
