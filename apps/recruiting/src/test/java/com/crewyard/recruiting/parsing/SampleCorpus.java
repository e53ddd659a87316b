package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.evaluation.ParsingEvaluation;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Our own small corpus; run it to see the figures and what was missed. */
final class SampleCorpus {

    private static final Taxonomy TAXONOMY = Taxonomy.load();

    static final YearMonth REFERENCE = YearMonth.of(2026, 6);

    private SampleCorpus() {}

    static List<ParsingEvaluation.Case> cases(int resumes) {
        List<ParsingEvaluation.Case> cases = new ArrayList<>();
        for (int seed = 0; seed < resumes; seed++) {
            SampleResume resume = SampleResume.of(seed);
            int number = seed;
            SampleFiles.all(resume)
                    .forEach((format, file) -> cases.add(new ParsingEvaluation.Case(
                            "%03d.%s".formatted(number, format), format, file, resume.expected())));
        }
        return cases;
    }

    static void main(String[] arguments) {
        int resumes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        try (ResumeParser parser = new ResumeParser(ParsingSettings.DEFAULTS, Clock.systemUTC(), TAXONOMY)) {
            ParsingEvaluation evaluation = new ParsingEvaluation(parser, REFERENCE, TAXONOMY);
            cases(resumes).forEach(evaluation::add);
            evaluation.misses().forEach(System.out::println);
            System.out.print(evaluation.table());
        }
    }
}
