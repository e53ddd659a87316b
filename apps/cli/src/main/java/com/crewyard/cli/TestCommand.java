package com.crewyard.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        customSynopsis = "./crewyard test [--only STAGE[,STAGE...]]",
        description = {
            "Checks everything: formatting, static analysis, tests, browser journeys. The last line counts them.",
            "",
            "The journeys need Chromium; it is installed when this may be done (root, apt), else they are skipped",
            "and the summary says how to install it.",
            ""
        })
final class TestCommand implements Callable<Integer> {

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "STAGE",
            description = {
                "Only these stages: format, static (compiles with Error Prone and NullAway), unit (every test but",
                "the journeys), e2e (browser journeys)."
            })
    private List<TestStage> only = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Set<TestStage> stages = only.isEmpty() ? EnumSet.allOf(TestStage.class) : EnumSet.copyOf(only);
        TestRun run = new TestRun(Repository.here(), System.out);
        Arrays.stream(TestStage.values()).filter(stages::contains).forEach(run::add);
        TestSummary summary = run.execute();
        summary.print(System.out);
        return summary.failed() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
