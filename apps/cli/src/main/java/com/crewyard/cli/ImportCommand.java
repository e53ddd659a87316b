package com.crewyard.cli;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.imports.ComposeImport;
import com.crewyard.hosting.imports.Imported;
import com.crewyard.hosting.imports.ScoreImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        customSynopsis = "./crewyard import score|compose FILE [--out APP]",
        description = {
            "Makes an app spec of a Score workload (score.dev/v1b1) or a Compose file.",
            "",
            "What is wrong with the file, and what cannot be carried over, goes to standard error as",
            "FILE:LINE:COLUMN: MESSAGE. A spec that exists already is not written over.",
            ""
        })
final class ImportCommand implements Callable<Integer> {

    enum Format {
        SCORE,
        COMPOSE
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FORMAT", description = "score or compose")
    private Format format = Format.SCORE;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to import.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "APP", description = "Where the app spec goes; app.yaml by default.")
    private Path out = Path.of("app.yaml");

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s exists already; remove it or choose another file with --out".formatted(out));
        }
        List<Finding> problems = new ArrayList<>();
        Optional<Imported> imported = TextFile.read(file, problems).map(text -> switch (format) {
            case SCORE -> ScoreImport.read(file.toString(), text);
            case COMPOSE -> ComposeImport.read(file.toString(), text, folder());
        });
        imported.ifPresent(found -> problems.addAll(found.findings()));
        problems.forEach(System.err::println);
        Optional<String> text = imported.flatMap(Imported::spec);
        if (text.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        Files.writeString(out, text.get());
        System.out.println(out);
        return CommandLine.ExitCode.OK;
    }

    /** As Compose names a project without a name. */
    private String folder() {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? "app"
                : parent.getFileName().toString();
    }
}
