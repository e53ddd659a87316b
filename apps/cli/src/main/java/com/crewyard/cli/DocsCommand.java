package com.crewyard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "docs",
        customSynopsis = "./crewyard docs",
        description = {
            "Writes what is generated again: docs/commands (these pages), deploy and docs/plan (from deploy/app.yaml),",
            "docs/modules (the application's modules, as its tests drew them) and docs/images (pictures of the",
            "demonstration, taken with Chromium)."
        })
final class DocsCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Repository repository = Repository.here();
        for (Map.Entry<String, String> page : HelpPages.all().entrySet()) {
            write(repository.path("docs/commands/" + page.getKey() + ".txt"), page.getValue());
        }
        for (Map.Entry<String, String> file :
                OwnDeployment.of(repository).files().entrySet()) {
            write(repository.path(file.getKey()), file.getValue());
        }
        TestPrograms.installWhenPossible(System.out);
        repository.requireMaven(
                "-pl",
                "apps/recruiting",
                "-am",
                "test",
                "-Dtest=ModulesTest,SeedingTest",
                "-Dcrewyard.pictures=" + repository.path("docs/images").toAbsolutePath(),
                "-Dsurefire.failIfNoSpecifiedTests=false");
        Path drawn = repository.path("apps/recruiting/target/spring-modulith-docs");
        try (Stream<Path> files = Files.list(drawn)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                write(repository.path("docs/modules/" + file.getFileName()), ordered(Files.readAllLines(file)));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** Neighbouring lines of one kind in the order of the alphabet, for Modulith gives them in none. */
    private static String ordered(List<String> lines) {
        List<String> result = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String line : lines) {
            if (!run.isEmpty() && !element(line).equals(element(run.getFirst()))) {
                run.stream().sorted().forEach(result::add);
                run.clear();
            }
            if (element(line).isEmpty()) {
                result.add(line);
            } else {
                run.add(line);
            }
        }
        run.stream().sorted().forEach(result::add);
        return String.join("\n", result) + "\n";
    }

    private static String element(String line) {
        String text = line.strip();
        return Stream.of("Component(", "Rel(")
                .filter(text::startsWith)
                .findFirst()
                .orElse("");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
        System.out.println(file);
    }
}
