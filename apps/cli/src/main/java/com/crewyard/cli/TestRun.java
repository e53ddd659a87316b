package com.crewyard.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the stages of {@code ./crewyard test} with Maven, tells what happens, and reads what came out. */
final class TestRun {

    private static final String E2E_MODULE = "e2e";
    private static final Pattern TESTED = Pattern.compile(
            "\\[(?:INFO|WARNING|ERROR)] +(?:Tests run|Tests): (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), Time elapsed: ([\\d.]+) s.*-- in (\\S+)");
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building Crewyard :: (.+?) \\d.*");
    private static final int SHOWN_ERRORS = 30;
    /** As many modules at once as there are processors: the applications' tests wait more than they work. */
    private static final String SIDE_BY_SIDE = "-T1C";
    /** Templates are generated anew each time, after which whole applications would be compiled again. */
    private static final String WHAT_CHANGED_ONLY = "-Dmaven.compiler.useIncrementalCompilation=false";

    private final Repository repository;
    private final PrintStream out;
    private final Set<TestStage> stages = EnumSet.noneOf(TestStage.class);
    private final List<TestSummary.Row> rows = new ArrayList<>();

    TestRun(Repository repository, PrintStream out) {
        this.repository = repository;
        this.out = out;
    }

    void add(TestStage stage) {
        stages.add(stage);
    }

    TestSummary execute() throws IOException, InterruptedException {
        if (stages.contains(TestStage.FORMAT)) {
            check(TestStage.FORMAT, "./crewyard format lays it out anew", "-fae", "spotless:check");
        }
        boolean analysed = true;
        if (stages.contains(TestStage.STATIC)) {
            List<String> goals = new ArrayList<>(List.of("test-compile"));
            if (isFresh()) {
                goals.add(WHAT_CHANGED_ONLY); // what there is was compiled for this command, from the same sources
            }
            analysed = check(
                    TestStage.STATIC, "Error Prone, NullAway or the compiler object", goals.toArray(String[]::new));
        }
        boolean tests = stages.contains(TestStage.UNIT);
        boolean journeys = stages.contains(TestStage.E2E);
        if (analysed && (tests || journeys)) {
            test(tests, journeys);
        }
        return new TestSummary(rows);
    }

    private boolean check(TestStage stage, String hint, String... goals) throws IOException, InterruptedException {
        out.println(stage.title() + " …");
        long start = System.nanoTime();
        boolean good = maven(stage, List.of(goals)) == 0;
        rows.add(new TestSummary.Row(
                stage,
                since(start),
                good ? 1 : 0,
                good ? List.of() : List.of(stage.title() + ": " + hint + "; see " + log(stage)),
                List.of()));
        return good;
    }

    /** One reactor run for both, so that nothing is compiled twice; the journeys are the last module. */
    private void test(boolean tests, boolean journeys) throws IOException, InterruptedException {
        TestStage stage = tests ? TestStage.UNIT : TestStage.E2E;
        TestPrograms.installWhenPossible(out);
        out.println(tests && journeys ? "Tests and browser journeys …" : stage.title() + " …");
        List<Path> modules = modules();
        for (Path module : modules) {
            forget(reports(module));
        }
        long start = System.nanoTime();
        Stopwatch e2e = new Stopwatch();
        List<String> goals = goals(tests, journeys);
        if (stages.contains(TestStage.STATIC)) {
            goals.add(WHAT_CHANGED_ONLY); // all of it was compiled a moment ago
        }
        int code = maven(stage, goals, line -> e2e.hear(line));
        TestReports unitReports = TestReports.NONE;
        TestReports e2eReports = TestReports.NONE;
        for (Path module : modules) {
            TestReports reports = TestReports.of(reports(module));
            if (module.endsWith(E2E_MODULE)) {
                e2eReports = e2eReports.plus(reports);
            } else {
                unitReports = unitReports.plus(reports);
            }
        }
        int failures = unitReports.failures().size() + e2eReports.failures().size();
        if (code != 0 && failures == 0) {
            unitReports = unitReports.plus(new TestReports(
                    0, List.of("Maven stopped before the tests were through; see " + log(stage)), List.of()));
        }
        Duration all = since(start);
        if (tests) {
            rows.add(TestSummary.Row.of(TestStage.UNIT, all.minus(e2e.elapsed()), unitReports));
        }
        if (journeys) {
            rows.add(TestSummary.Row.of(
                    TestStage.E2E, tests ? e2e.elapsed() : all, tests ? e2eReports : e2eReports.plus(unitReports)));
        }
    }

    private static List<String> goals(boolean tests, boolean journeys) {
        List<String> goals = new ArrayList<>(List.of("-fae", "-Dmaven.test.failure.ignore=true", "verify"));
        if (!journeys) {
            goals.addAll(List.of("-pl", "!" + E2E_MODULE));
        }
        if (!tests) {
            goals.addAll(List.of(
                    "-pl", E2E_MODULE, "-am", "-Dtest=com.crewyard.e2e.**", "-Dsurefire.failIfNoSpecifiedTests=false"));
        }
        return goals;
    }

    private int maven(TestStage stage, List<String> goals) throws IOException, InterruptedException {
        return maven(stage, goals, line -> {});
    }

    /** Maven's output goes to a log; what matters of it is told at once. */
    private int maven(TestStage stage, List<String> goals, java.util.function.Consumer<String> listener)
            throws IOException, InterruptedException {
        Path log = log(stage);
        Files.createDirectories(log.resolveSibling("."));
        Files.writeString(log, "");
        int[] errors = {0};
        List<String> arguments = new ArrayList<>(goals);
        arguments.add(SIDE_BY_SIDE);
        return repository.maven(
                line -> {
                    keep(log, line);
                    listener.accept(line);
                    tell(line, errors);
                },
                arguments);
    }

    private void tell(String line, int[] errors) {
        Matcher tested = TESTED.matcher(line);
        if (tested.matches()) {
            boolean bad = !tested.group(2).equals("0") || !tested.group(3).equals("0");
            boolean skips = !tested.group(4).equals("0");
            String simpleName = tested.group(6).substring(tested.group(6).lastIndexOf('.') + 1);
            out.println("  %s %4s  %s (%s s)"
                    .formatted(bad ? "✗" : skips ? "-" : "✓", tested.group(1), simpleName, tested.group(5)));
        } else if (line.startsWith("[ERROR]") && errors[0]++ < SHOWN_ERRORS) {
            out.println("  " + line);
        } else {
            Matcher module = MODULE.matcher(line);
            if (module.matches()) {
                out.println("  " + module.group(1));
            }
        }
    }

    /** Whether no test has ever been compiled here. */
    private boolean isFresh() throws IOException {
        return modules().stream().noneMatch(module -> Files.exists(module.resolve("target/test-classes")));
    }

    private List<Path> modules() throws IOException {
        try (Stream<Path> poms = Files.find(
                repository.root(),
                3,
                (file, _) -> file.endsWith("pom.xml") && !file.toString().contains("/target/"))) {
            return poms.map(pom -> pom.resolveSibling("").normalize()).sorted().toList();
        }
    }

    private Path log(TestStage stage) {
        return repository.path("target/test-" + stage.name().toLowerCase(java.util.Locale.ROOT) + ".log");
    }

    private static Path reports(Path module) {
        return module.resolve("target/surefire-reports");
    }

    private static void forget(Path reports) throws IOException {
        if (Files.isDirectory(reports)) {
            try (Stream<Path> files = Files.list(reports)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void keep(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Runs from the moment the journeys' module begins. */
    private static final class Stopwatch {

        private long start;

        void hear(String line) {
            if (start == 0 && line.contains("Building Crewyard :: Browser journeys")) {
                start = System.nanoTime();
            }
        }

        Duration elapsed() {
            return start == 0 ? Duration.ZERO : since(start);
        }
    }
}
