package com.crewyard.cli;

import com.crewyard.recruiting.parsing.evaluation.ParsingEvaluation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "parsing",
        customSynopsis = "./crewyard evaluate parsing --dir DIR [--misses] [--json]",
        description = {
            "Reads resumes and compares with the truth beside each.",
            "The truth has the same name as its resume and ends in .json (JSON Resume) or .yaml (RenderCV). Prints",
            "F1 by format and field: \"work\" is employer, title and both dates to the month, \"work-loose\" the",
            "same without dates."
        })
final class EvaluateParsingCommand implements Callable<Integer> {

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Resumes, each beside its truth.")
    private Path directory = Path.of("");

    @Option(names = "--misses", description = "Also tell each value that was missed, and what was read instead.")
    private boolean misses;

    @Option(names = "--json", description = "Print precision, recall and F1 as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        ParsingEvaluation evaluation = ParsingEvaluation.of(directory, System.err);
        System.out.println(
                json ? JsonMapper.builder().build().writeValueAsString(evaluation.figures()) : evaluation.table());
        if (misses) {
            evaluation.misses().forEach(System.err::println);
        }
        return CommandLine.ExitCode.OK;
    }
}
