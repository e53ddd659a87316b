package com.crewyard.cli;

import com.crewyard.recruiting.matching.evaluation.RankingEvaluation;
import com.crewyard.recruiting.matching.evaluation.RankingReport;
import com.crewyard.recruiting.matching.evaluation.Rankings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "evaluate",
        subcommands = EvaluateParsingCommand.class,
        customSynopsis = {
            "./crewyard evaluate ranking --resumes FILE --jobs FILE [--reverse] [--out FILE] [--json]",
            "       ./crewyard evaluate parsing --dir DIR [--misses] [--json]"
        },
        description = {
            "Measures how well matching does on data with known answers, as the product runs it, beside simple",
            "ways of doing the same. Nothing is kept, and nothing leaves this machine.",
            "",
            "ranking   ranks resumes for job posts, or with --reverse posts for resumes; right is what has the",
            "          query's category. Prints nDCG@10 and MAP with 95 %% confidence intervals.",
            "",
            "  --resumes FILE   JSON lines {\"id\", \"category\", \"text\"}; gzip when the name ends in .gz",
            "  --jobs FILE      the same of posts, whose first line is their title",
            "  --reverse        rank posts for each resume",
            "  --out FILE       write each whole ranking: {\"query\": id, \"ranking\": [{\"id\", \"score\"}, …]}",
            "  --json           print the figures as JSON",
            "",
            "parsing   reads the resumes of a directory and compares with the truth beside each, which has the",
            "          same name and ends in .json (JSON Resume) or .yaml (RenderCV). Prints F1 by format.",
            "",
            "  --dir DIR        resumes, each beside its truth",
            "  --misses         also tell each value that was missed, and what was read instead",
            "  --json           print the figures as JSON",
            "",
            "What is wrong in a file is told as FILE:LINE: problem, with exit code 1.",
            ""
        })
final class EvaluateCommand implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "evaluate needs what to evaluate: ranking or parsing");
    }

    @Command(name = "ranking", description = "Resumes for posts, or posts for resumes.")
    int ranking(
            @Option(names = "--resumes", required = true, paramLabel = "FILE") Path resumes,
            @Option(names = "--jobs", required = true, paramLabel = "FILE") Path jobs,
            @Option(names = "--reverse") boolean reverse,
            @Option(names = "--out", paramLabel = "FILE") @Nullable Path out,
            @Option(names = "--json") boolean json) {
        RankingEvaluation evaluation = new RankingEvaluation(resumes, jobs, reverse, System.err);
        try (Rankings rankings = out == null ? Rankings.none() : Rankings.to(out)) {
            RankingReport report = evaluation.run(rankings);
            System.out.println(json ? JSON.writeValueAsString(report.figures()) : report.table());
        }
        return CommandLine.ExitCode.OK;
    }
}
