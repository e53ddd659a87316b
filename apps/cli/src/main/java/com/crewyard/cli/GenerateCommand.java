package com.crewyard.cli;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Suggestion;
import com.crewyard.hosting.artifacts.Generator;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.artifacts.UnfitException;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
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
        name = "generate",
        customSynopsis = "./crewyard generate TARGET --env NAME [--app APP] [--out DIR]",
        description = {
            "Writes the files that a target needs from an app spec.",
            "",
            "What a person wrote between crewyard:keep and crewyard:end in a file stays.",
            ""
        })
final class GenerateCommand implements Callable<Integer> {

    static final class Targets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Generators.all().keySet().iterator();
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "TARGET",
            completionCandidates = Targets.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String target = "";

    @Option(names = "--app", paramLabel = "APP", description = "The app spec; app.yaml by default.")
    private Path app = Path.of("app.yaml");

    @Option(names = "--env", required = true, paramLabel = "NAME", description = "One of the spec's environments.")
    private String environment = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go; the current folder by default.")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Generator generator = Optional.ofNullable(Generators.all().get(target))
                .orElseThrow(() -> refusal("\"%s\" is not a target; %s"
                        .formatted(
                                target,
                                Suggestion.sentence(target, Generators.all().keySet()))));
        List<Finding> problems = new ArrayList<>();
        Optional<AppSpecReader.Reading> reading =
                TextFile.read(app, problems).map(text -> AppSpecReader.read(app.toString(), text));
        reading.ifPresent(read -> problems.addAll(read.findings()));
        problems.forEach(System.err::println);
        if (reading.isEmpty() || !reading.get().usable()) {
            return CommandLine.ExitCode.USAGE;
        }
        Environment place = Optional.ofNullable(
                        reading.get().spec().environments().get(environment))
                .orElseThrow(() -> refusal("%s has no environment \"%s\"; %s"
                        .formatted(
                                app,
                                environment,
                                Suggestion.sentence(
                                        environment,
                                        reading.get().spec().environments().keySet()))));
        for (Artifact artifact : artifacts(generator, reading.get().spec(), place)) {
            System.out.println(ArtifactFile.write(out, artifact));
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Artifact> artifacts(Generator generator, AppSpec appSpec, Environment place) {
        try {
            return generator.generate(appSpec, place);
        } catch (UnfitException e) {
            throw refusal("%s: %s".formatted(app, e.getMessage()));
        }
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
