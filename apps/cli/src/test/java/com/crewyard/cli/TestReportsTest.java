package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="XTest" tests="4">
              <testcase name="works" classname="XTest" time="0.1"/>
              <testcase name="breaks" classname="XTest"><failure message="expected 1&#10;was 2">trace</failure></testcase>
              <testcase name="dies" classname="XTest"><error type="E">boom
            at x</error></testcase>
              <testcase name="waits" classname="XTest"><skipped message="Chromium is not installed"/></testcase>
            </testsuite>""";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void countsAndNamesReasons() throws IOException {
        Files.writeString(directory.resolve("TEST-XTest.xml"), REPORT);
        TestReports reports = TestReports.of(directory);
        assertThat(reports.passed()).isEqualTo(1);
        assertThat(reports.failures()).containsExactly("XTest.breaks: expected 1", "XTest.dies: boom");
        assertThat(reports.skipped()).containsExactly("XTest.waits: Chromium is not installed");
    }

    @Test
    void takesAnUnfinishedReportForAFailure() throws IOException {
        Files.writeString(directory.resolve("TEST-XTest.xml"), "<testsuite>");
        assertThat(TestReports.of(directory).failures()).hasSize(1);
    }

    @Test
    void summaryEndsWithTheCounts() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TestSummary(List.of(
                        new TestSummary.Row(TestStage.FORMAT, Duration.ofSeconds(2), 1, List.of(), List.of()),
                        new TestSummary.Row(TestStage.UNIT, Duration.ofSeconds(2), 5, List.of("a"), List.of("b: c"))))
                .print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("SKIPPED  b: c")
                .endsWith("6 passed, 1 failed, 1 skipped\n");
    }
}
