package com.crewyard.cli;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Advisor;
import com.crewyard.hosting.advice.Market;
import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.advice.NeedsReader;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that stand on research documents read, and how they tell what is wrong with it. */
final class ResearchOptions {

    @Option(
            names = "--research",
            arity = "1..*",
            paramLabel = "DOC",
            description = "Research documents; without any, those that ship with Crewyard.")
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

    @Option(
            names = "--strict",
            description = "Fail when anything is wrong with a document, even when it could be read.")
    private boolean strict;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day against which facts and prices count as old; today by default.")
    private LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /**
     * What the documents and the needs come to.
     *
     * @param problems what reading them came up with
     * @param findings the same, with what came up between them
     * @param refused whether the needs speak of what the documents do not have
     */
    record Answer(
            Advice advice,
            Needs needs,
            PriceBook book,
            List<Finding> problems,
            List<Finding> findings,
            boolean refused) {}

    /** Empty when something cannot be read at all; what is wrong is on standard error then. */
    Optional<Answer> read() {
        List<Finding> problems = new ArrayList<>();
        List<ResearchDocument> documents = new ArrayList<>();
        for (Path path : research) {
            TextFile.read(path, problems)
                    .map(content -> ResearchReader.read(path.toString(), content))
                    .ifPresent(reading -> {
                        problems.addAll(reading.findings());
                        documents.add(reading.document());
                    });
        }
        if (research.isEmpty()) {
            documents.add(Market.categories());
        }
        List<Finding> refusals = new ArrayList<>();
        NeedsReader.Reading stated = read(needs, refusals, NeedsReader::read)
                .orElseGet(() -> new NeedsReader.Reading(Needs.NONE, List.of()));
        PriceBook.Reading book = read(prices, refusals, PriceBook::read)
                .orElseGet(() -> new PriceBook.Reading(PriceBook.shipped(), List.of()));
        refusals.addAll(stated.findings());
        refusals.addAll(book.findings());
        if (documents.size() < research.size() || !refusals.isEmpty()) {
            problems.addAll(refusals);
            report(problems);
            return Optional.empty();
        }
        String needsFile = needs == null ? "needs" : needs.toString();
        Advice advice =
                new Advisor(book.book(), List.of(Market.shipped()), today).advise(documents, stated.needs(), needsFile);
        List<Finding> all = new ArrayList<>(problems);
        all.addAll(advice.warnings());
        boolean refused = advice.warnings().stream()
                .anyMatch(finding -> finding.isError() && finding.file().equals(needsFile));
        return Optional.of(
                new Answer(advice, stated.needs(), book.book(), List.copyOf(problems), List.copyOf(all), refused));
    }

    boolean strict() {
        return strict;
    }

    static void report(List<Finding> findings) {
        findings.stream().sorted().distinct().forEach(System.err::println);
    }

    /** Empty when there is no such option or the file cannot be read, which is then among the problems. */
    private static <T> Optional<T> read(
            @Nullable Path file, List<Finding> problems, BiFunction<String, String, T> reader) {
        return file == null
                ? Optional.empty()
                : TextFile.read(file, problems).map(text -> reader.apply(file.toString(), text));
    }
}
