package com.crewyard.cli;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.plan.Plan;
import com.crewyard.hosting.plan.PlanJson;
import com.crewyard.hosting.plan.PlanText;
import com.crewyard.hosting.plan.Planner;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "blueprint",
        customSynopsis = "./crewyard blueprint [--research DOC...] [--needs NEEDS] [--app APP] (--out DIR | --json)",
        description = {
            "Makes an implementation plan of research documents, needs and an app spec.",
            "",
            "DIR gets plan.md, plan.json (./crewyard schema plan describes it), the files of each phase under",
            "phase-N, and rules for the alarms that begin the next phase. The same input gives the same bytes.",
            ""
        })
final class BlueprintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResearchOptions options = new ResearchOptions();

    @Option(names = "--app", paramLabel = "APP", description = "The app spec; app.yaml by default.")
    private Path app = Path.of("app.yaml");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the plan and its files go.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (out == null && !json) {
            throw new ParameterException(spec.commandLine(), "Either --out DIR or --json says where the plan goes");
        }
        List<Finding> problems = new ArrayList<>();
        Optional<AppSpecReader.Reading> reading =
                TextFile.read(app, problems).map(text -> AppSpecReader.read(app.toString(), text));
        reading.ifPresent(read -> problems.addAll(read.findings()));
        Optional<ResearchOptions.Answer> answer = options.read();
        ResearchOptions.report(problems);
        if (answer.isEmpty() || reading.isEmpty() || !reading.get().usable()) {
            return CommandLine.ExitCode.USAGE;
        }
        ResearchOptions.report(answer.get().findings());
        Plan plan;
        try {
            plan = new Planner(
                            answer.get().advice(),
                            answer.get().needs(),
                            reading.get().spec(),
                            answer.get().book())
                    .plan();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (out != null) {
            write(plan, out);
        }
        if (json) {
            PrintStream print = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            print.print(PlanJson.of(plan));
            print.flush();
        }
        boolean wrong = !answer.get().findings().isEmpty();
        return answer.get().refused()
                ? CommandLine.ExitCode.USAGE
                : options.strict() && wrong ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void write(Plan plan, Path directory) throws IOException {
        List<Artifact> files = new ArrayList<>();
        files.add(new Artifact("plan.md", PlanText.of(plan)));
        files.add(new Artifact("plan.json", PlanJson.of(plan)));
        plan.phases().forEach(phase -> files.addAll(phase.artifacts()));
        for (Artifact file : files) {
            Path written = ArtifactFile.write(directory, file);
            if (!json) {
                System.out.println(written);
            }
        }
    }
}
