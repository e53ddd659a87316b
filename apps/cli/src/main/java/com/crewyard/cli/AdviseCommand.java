package com.crewyard.cli;

import com.crewyard.hosting.advice.AdviceJson;
import com.crewyard.hosting.advice.AdviceText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "advise",
        customSynopsis = "./crewyard advise [--research DOC...] [--needs NEEDS] [--json] [--strict]",
        description = {
            "Ranks kinds of hosting from research documents, for what an application needs.",
            "",
            "Documents are Markdown with front matter (topic, model, stage, version) and a decision matrix;",
            "several merge. What is wrong with one goes to standard error as FILE:LINE: MESSAGE, and the rest",
            "is still read. docs/hosting.md describes the documents, the needs and every number.",
            ""
        })
final class AdviseCommand implements Callable<Integer> {

    @Mixin
    private ResearchOptions options = new ResearchOptions();

    @Option(names = "--json", description = "The whole answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<ResearchOptions.Answer> read = options.read();
        if (read.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        ResearchOptions.Answer answer = read.get();
        ResearchOptions.report(answer.findings());
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(json ? AdviceJson.of(answer.advice(), answer.problems()) : AdviceText.of(answer.advice()));
        out.flush();
        if (answer.refused()) {
            return CommandLine.ExitCode.USAGE;
        }
        return options.strict() && !answer.findings().isEmpty()
                ? CommandLine.ExitCode.SOFTWARE
                : CommandLine.ExitCode.OK;
    }
}
