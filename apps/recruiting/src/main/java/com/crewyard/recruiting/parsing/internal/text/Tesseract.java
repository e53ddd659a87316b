package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.internal.text.PdfPage.Word;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Reads words from pictures with the program {@code tesseract} (version 4 or later), where it is installed and {@code
 * CREWYARD_OCR} is not {@code off}. Words it doubts are left out: nothing is invented.
 */
final class Tesseract {

    /** Dots an inch of the pictures it is given. */
    static final int RESOLUTION = 200;

    private static final double POINTS = 72;
    private static final double LEAST_CONFIDENCE = 40;
    private static final List<String> LANGUAGES = List.of("eng", "deu", "fra", "spa");
    private static final Optional<Tesseract> INSTALLED = find();

    /** Columns of its table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
    private static final int COLUMNS = 12;

    private static final int LEVEL_OF_LINES = 4;
    private static final int LEVEL_OF_WORDS = 5;

    /** Shares of a line's box: the letters above the baseline, and what hangs below it. */
    private static final double SIZE = .8;

    private static final double DESCENDERS = .2;

    private final Path program;
    private final String languages;

    private Tesseract(Path program, String languages) {
        this.program = program;
        this.languages = languages;
    }

    static Optional<Tesseract> installed() {
        return INSTALLED;
    }

    private static Optional<Tesseract> find() {
        if ("off".equalsIgnoreCase(System.getenv("CREWYARD_OCR"))) {
            return Optional.empty();
        }
        Optional<Path> program = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "tesseract"))
                .filter(Files::isExecutable)
                .findFirst();
        return program.flatMap(found -> languages(found).map(languages -> new Tesseract(found, languages)));
    }

    /** Those it has of the languages that resumes are read in; empty when it has none or cannot be run. */
    private static Optional<String> languages(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .toList();
            List<String> known = LANGUAGES.stream().filter(lines::contains).toList();
            return process.waitFor() == 0 && !known.isEmpty() ? Optional.of(String.join("+", known)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * The words of a page, in points, with lines set like the lines of the picture.
     *
     * @param page grey, at {@value #RESOLUTION} dots an inch
     */
    PdfPage read(BufferedImage page) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "-", "-", "-l", languages, "--dpi", "" + RESOLUTION, "tsv");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream())) {
            write(page, out);
        }
        String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("tesseract failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new PdfPage(points(page.getWidth()), points(page.getHeight()), words(table), List.of());
    }

    /** Portable graymap: nothing for a decoder to stumble over. */
    private static void write(BufferedImage page, OutputStream out) throws IOException {
        out.write("P5 %d %d 255%n".formatted(page.getWidth(), page.getHeight()).getBytes(StandardCharsets.US_ASCII));
        out.write(((DataBufferByte) page.getRaster().getDataBuffer()).getData());
    }

    static List<Word> words(String table) {
        Map<String, double[]> lines = new HashMap<>();
        List<Word> words = new ArrayList<>();
        for (String row : table.lines().skip(1).toList()) {
            String[] cells = row.split("\t", -1);
            if (cells.length < COLUMNS) {
                continue;
            }
            int level = Integer.parseInt(cells[0]);
            String line = String.join(" ", cells[2], cells[3], cells[4]);
            double top = points(Integer.parseInt(cells[7]));
            double height = points(Integer.parseInt(cells[9]));
            if (level == LEVEL_OF_LINES) {
                lines.put(line, new double[] {top + height * (1 - DESCENDERS), height * SIZE});
            } else if (level == LEVEL_OF_WORDS
                    && Double.parseDouble(cells[10]) >= LEAST_CONFIDENCE
                    && !cells[11].isBlank()) {
                double[] set = lines.getOrDefault(line, new double[] {top + height, height});
                double left = points(Integer.parseInt(cells[6]));
                double right = left + points(Integer.parseInt(cells[8]));
                words.add(new Word(cells[11].strip(), left, right, set[0], set[1], false, false));
            }
        }
        return words;
    }

    private static double points(int dots) {
        return dots * POINTS / RESOLUTION;
    }
}
