package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.evaluation.ParsingEvaluation;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Prints resumes a second with one child, warm, and the slowest file. */
final class ParsingThroughput {

    private ParsingThroughput() {}

    static void main(String[] arguments) {
        int resumes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        ParsingSettings one =
                new ParsingSettings(1, Duration.ofSeconds(20), 256, 100_000, Duration.ofSeconds(60), false);
        List<ParsingEvaluation.Case> cases = SampleCorpus.cases(resumes);
        try (ResumeParser parser = new ResumeParser(one, Clock.systemUTC(), Taxonomy.load())) {
            long coldStart = System.nanoTime();
            parser.parse(cases.getFirst().file(), SampleCorpus.REFERENCE);
            System.out.printf("first file, child started for it: %d ms%n", (System.nanoTime() - coldStart) / 1_000_000);
            cases.forEach(one1 -> parser.parse(one1.file(), SampleCorpus.REFERENCE));
            long started = System.nanoTime();
            long slowest = 0;
            String slowestName = "";
            for (ParsingEvaluation.Case sample : cases) {
                long before = System.nanoTime();
                parser.parse(sample.file(), SampleCorpus.REFERENCE);
                long took = System.nanoTime() - before;
                if (took > slowest) {
                    slowest = took;
                    slowestName = sample.name();
                }
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    "%d resumes in %.1f s: %.0f a second with one child; slowest %s, %d ms%n",
                    cases.size(), seconds, cases.size() / seconds, slowestName, slowest / 1_000_000);
        }
    }
}
