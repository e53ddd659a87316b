package com.crewyard.recruiting.demo;

import com.crewyard.recruiting.demo.internal.documents.DocumentFormat;
import com.crewyard.recruiting.demo.internal.resumes.ResumeFactory;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.demo.internal.resumes.ResumeTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * Resumes of invented people in every format, with what they say beside them as JSON Resume: to measure parsers with,
 * and to try the application form.
 */
public final class DemoCorpus {

    /** "Present" in every corpus, so that the same seed gives the same files at any time. */
    public static final YearMonth MONTH = YearMonth.of(2026, 6);

    private DemoCorpus() {}

    /**
     * Writes {@code 001-one-column.pdf} and {@code 001-one-column.json}, and so on through formats, trades and
     * languages. The same seed and number give the same bytes.
     *
     * @param count at least 1
     */
    public static void write(Path directory, int count, long seed) throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("A corpus has at least 1 resume; %d is too few".formatted(count));
        }
        Files.createDirectories(directory);
        ResumeFactory resumes = new ResumeFactory();
        DocumentFormat[] formats = DocumentFormat.values();
        for (int index = 0; index < count; index++) {
            ResumeSource resume = resumes.resume(seed, index, MONTH);
            // Formats move on by one each round, so that they meet all trades.
            DocumentFormat format = formats[(index + index / formats.length) % formats.length];
            String name = "%03d-%s".formatted(index + 1, format.label());
            Files.write(directory.resolve(name + "." + format.extension()), format.write(resume, index));
            Files.writeString(directory.resolve(name + ".json"), ResumeTruth.json(resume));
        }
    }

    /** {@code DemoCorpus DIRECTORY [COUNT [SEED]]} */
    static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("Usage: DemoCorpus DIRECTORY [COUNT [SEED]]");
            System.exit(2);
        }
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        write(Path.of(arguments[0]), count, seed);
        System.out.printf("%d resumes with their truth in %s%n", count, arguments[0]);
    }
}
