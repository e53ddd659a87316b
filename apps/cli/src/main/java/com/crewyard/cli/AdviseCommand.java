package com.crewyard.cli;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.AdviceJson;
import com.crewyard.hosting.advice.AdviceText;
import com.crewyard.hosting.advice.Advisor;
import com.crewyard.hosting.advice.Market;
import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.advice.NeedsReader;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "advise",
        customSynopsis = "./crewyard advise --research DOC... [--needs NEEDS] [--json] [--strict]",
        description = {
            "Ranks kinds of hosting from research documents, for what an application needs.",
            "",
            "Documents are Markdown with front matter (topic, model, stage, version) and a decision matrix;",
            "several merge. What is wrong with one goes to standard error as FILE:LINE: MESSAGE, and the rest",
            "is still read. docs/hosting.md describes the documents, the needs and every number.",
            ""
        })
final class AdviseCommand implements Callable<Integer> {

    @Option(
            names = "--research",
            required = true,
            arity = "1..*",
            paramLabel = "DOC",
            description = "Research documents. Of one author and topic the newest version counts.")
    private List<Path> research = List.of();

    @Option(
            names = "--needs",
            paramLabel = "NEEDS",
            description = "What the application needs, as YAML; without it everything counts alike.")
    private @Nullable Path needs;

    @Option(
            names = "--prices",
            paramLabel = "PRICES",
            description = "A price book instead of the one that ships with Crewyard.")
    private @Nullable Path prices;

    @Option(names = "--json", description = "The whole answer as JSON.")
    private boolean json;

    @Option(
            names = "--strict",
            description = "Fail when anything is wrong with a document, even when it could be read.")
    private boolean strict;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day against which facts and prices count as old; today by default.")
    private LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Override
    public Integer call() {
        List<Finding> problems = new ArrayList<>();
        List<ResearchDocument> documents = new ArrayList<>();
        for (Path path : research) {
            Optional<String> text = TextFile.read(path, problems);
            text.map(content -> ResearchReader.read(path.toString(), content)).ifPresent(reading -> {
                problems.addAll(reading.findings());
                documents.add(reading.document());
            });
        }
        List<Finding> refusals = new ArrayList<>();
        NeedsReader.Reading stated = needs(refusals);
        PriceBook.Reading book = book(refusals);
        refusals.addAll(stated.findings());
        refusals.addAll(book.findings());
        if (documents.size() < research.size() || !refusals.isEmpty()) {
            problems.addAll(refusals);
            report(problems);
            return CommandLine.ExitCode.USAGE;
        }
        String needsFile = needs == null ? "needs" : needs.toString();
        Advice advice =
                new Advisor(book.book(), List.of(Market.shipped()), today).advise(documents, stated.needs(), needsFile);
        List<Finding> all = new ArrayList<>(problems);
        all.addAll(advice.warnings());
        report(all);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(json ? AdviceJson.of(advice, problems) : AdviceText.of(advice));
        out.flush();
        boolean refused = advice.warnings().stream()
                .anyMatch(finding -> finding.isError() && finding.file().equals(needsFile));
        if (refused) {
            return CommandLine.ExitCode.USAGE;
        }
        return strict && !all.isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private NeedsReader.Reading needs(List<Finding> problems) {
        return read(needs, problems, NeedsReader::read).orElseGet(() -> new NeedsReader.Reading(Needs.NONE, List.of()));
    }

    private PriceBook.Reading book(List<Finding> problems) {
        return read(prices, problems, PriceBook::read)
                .orElseGet(() -> new PriceBook.Reading(PriceBook.shipped(), List.of()));
    }

    /** Empty when there is no such option or the file cannot be read, which is then among the problems. */
    private static <T> Optional<T> read(
            @Nullable Path file, List<Finding> problems, BiFunction<String, String, T> reader) {
        return file == null
                ? Optional.empty()
                : TextFile.read(file, problems).map(text -> reader.apply(file.toString(), text));
    }

    private static void report(List<Finding> findings) {
        findings.stream().sorted().distinct().forEach(System.err::println);
    }
}
