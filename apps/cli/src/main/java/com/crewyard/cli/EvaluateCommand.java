package com.crewyard.cli;

import com.crewyard.recruiting.matching.evaluation.FairnessEvaluation;
import com.crewyard.recruiting.matching.evaluation.RankingEvaluation;
import com.crewyard.recruiting.matching.evaluation.RankingReport;
import com.crewyard.recruiting.matching.evaluation.Rankings;
import com.crewyard.recruiting.matching.evaluation.SkillsEvaluation;
import com.crewyard.recruiting.matching.evaluation.TitlesEvaluation;
import java.nio.file.Path;
import java.util.List;
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
            "       ./crewyard evaluate fairness --resumes FILE --jobs FILE [--json]",
            "       ./crewyard evaluate titles --titles FILE --occupations FILE[,FILE...] [--json]",
            "       ./crewyard evaluate skills --sentences FILE[,FILE...] --labels FILE [--json]",
            "       ./crewyard evaluate parsing --dir DIR [--misses] [--json]"
        },
        description = {
            "Measures matching on data with known answers, as the product runs it, beside simpler ways.",
            "",
            "Nothing is kept, and nothing leaves this machine.",
            "",
            "ranking   ranks resumes for job posts, or with --reverse posts for resumes; right is what has the",
            "          query's category. Prints nDCG@10 and MAP with 95 %% confidence intervals.",
            "fairness  gives the same resume to people of other names, genders, ages, nationalities, addresses and",
            "          schools, with and without breaks. Prints the largest change of a score, which has to be 0,",
            "          else the exit code is 1, the overlap of rankings and the impact ratio.",
            "titles    finds the occupation that each title belongs to; prints MRR and recall@10, beside a ranking",
            "          by characters.",
            "skills    finds the skills that sentences name among labels; prints recall@10.",
            "",
            "  --resumes FILE   JSON lines {\"id\", \"category\", \"text\"}; gzip when the name ends in .gz",
            "  --jobs FILE      the same of posts, whose first line is their title",
            "  --reverse        rank posts for each resume",
            "  --out FILE       write each whole ranking: {\"query\": id, \"ranking\": [{\"id\", \"score\"}, …]}",
            "  --titles FILE    CSV with the columns vacancyTitle and conceptUri, or O*NET's reported titles",
            "  --occupations FILE  ESCO's occupations_en.csv, or O*NET's Occupation Data and Alternate Titles",
            "  --sentences FILE CSV with the columns sentence and label, a line for each skill of a sentence",
            "  --labels FILE    labels of skills, one a line",
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
        throw new ParameterException(
                spec.commandLine(), "evaluate needs what to evaluate: ranking, fairness, titles, skills or parsing");
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

    @Command(name = "fairness", description = "Whether what must not count changes a score.")
    int fairness(
            @Option(names = "--resumes", required = true, paramLabel = "FILE") Path resumes,
            @Option(names = "--jobs", required = true, paramLabel = "FILE") Path jobs,
            @Option(names = "--json") boolean json) {
        FairnessEvaluation.Report report = new FairnessEvaluation(resumes, jobs).run();
        System.out.println(json ? JSON.writeValueAsString(report) : report.table());
        return report.largestOfAll() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(name = "titles", description = "Occupations of titles.")
    int titles(
            @Option(names = "--titles", required = true, paramLabel = "FILE") Path titles,
            @Option(names = "--occupations", required = true, split = ",", paramLabel = "FILE") List<Path> occupations,
            @Option(names = "--json") boolean json) {
        TitlesEvaluation.Report report = new TitlesEvaluation(titles, occupations, System.err).run();
        System.out.println(json ? JSON.writeValueAsString(report) : report.table());
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "skills", description = "Skills in sentences.")
    int skills(
            @Option(names = "--sentences", required = true, split = ",", paramLabel = "FILE") List<Path> sentences,
            @Option(names = "--labels", required = true, paramLabel = "FILE") Path labels,
            @Option(names = "--json") boolean json) {
        SkillsEvaluation.Report report = new SkillsEvaluation(sentences, labels, System.err).run();
        System.out.println(json ? JSON.writeValueAsString(report) : report.table());
        return CommandLine.ExitCode.OK;
    }
}
