package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.pipelines.PipelineSpec.Concurrency;
import com.crewyard.deployment.pipelines.PipelineSpec.Parameter;
import com.crewyard.deployment.pipelines.PipelineSpec.Stage;
import com.crewyard.deployment.pipelines.PipelineSpec.Triggers;
import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Quantity;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlDocument;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code pipeline.yaml}; what it refuses it names with line and column. */
final class PipelineReader {

    static final Pattern NAME = Pattern.compile("[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?");
    static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_STAGES = 200;

    private PipelineReader() {}

    /** Complete only when there is no finding. */
    static Map<String, PipelineSpec> read(String file, String text, List<Finding> findings) {
        Fields root = new Fields(file, "", YamlDocument.read(file, text, findings), findings);
        root.require("pipelines");
        Map<String, PipelineSpec> pipelines = root.named("pipelines", PipelineReader::pipeline);
        if (root.has("pipelines") && pipelines.isEmpty() && findings.isEmpty()) {
            root.refuse("pipelines", "there is none; write a name and its stages");
        }
        root.fields("pipelines").ifPresent(inner -> PipelineReferences.check(pipelines, inner));
        root.finish();
        return pipelines;
    }

    private static PipelineSpec pipeline(String name, Fields fields) {
        requireName(name, fields);
        Map<String, Parameter> parameters = fields.named("parameters", PipelineReader::parameter);
        Optional<Concurrency> concurrency = fields.fields("concurrency").map(PipelineReader::concurrency);
        Triggers triggers = TriggersReader.triggers(fields.fieldsOrNone("triggers"));
        fields.require("stages");
        Map<String, Stage> stages = fields.named("stages", StageReader::stage);
        if (fields.has("stages") && stages.isEmpty()) {
            fields.refuse("stages", "there is none; write a name and its type");
        }
        if (stages.size() > MOST_STAGES) {
            fields.refuse("stages", "%d are more than %d".formatted(stages.size(), MOST_STAGES));
        }
        PipelineSpec spec = new PipelineSpec(
                name,
                fields.text("description").orElse(""),
                fields.text("app").orElse("app.yaml"),
                fields.text("directory").orElse("."),
                parameters,
                concurrency,
                triggers,
                new LinkedHashMap<>(stages));
        new StageGraph(spec, fields).check();
        fields.finish();
        return spec;
    }

    private static Parameter parameter(String name, Fields fields) {
        if (!PARAMETER.matcher(name).matches()) {
            fields.refuse("", "\"%s\" is not a name: lower-case letters, digits and underscores".formatted(name));
        }
        Parameter.Kind kind = fields.choice("type", Set.of("text", "number", "boolean"))
                .map(word -> Parameter.Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Parameter.Kind.TEXT);
        Parameter parameter = new Parameter(
                name,
                kind,
                fields.text("default"),
                List.copyOf(fields.texts("values")),
                fields.text("description").orElse(""));
        parameter
                .values()
                .forEach(value -> refuseUnfit(
                        fields, "values", new Parameter(name, kind, Optional.empty(), List.of(), ""), value));
        parameter.standard().ifPresent(value -> refuseUnfit(fields, "default", parameter, value));
        fields.finish();
        return parameter;
    }

    private static void refuseUnfit(Fields fields, String field, Parameter parameter, String value) {
        parameter.unfit(value).ifPresent(reason -> fields.refuse(field, reason));
    }

    private static Concurrency concurrency(Fields fields) {
        Concurrency concurrency = new Concurrency(
                fields.requiredText("group"),
                fields.choice("policy", Set.of("latest-wins", "queue"))
                        .map(word -> Concurrency.Policy.valueOf(
                                word.replace('-', '_').toUpperCase(Locale.ROOT)))
                        .orElse(Concurrency.Policy.QUEUE));
        fields.finish();
        return concurrency;
    }

    static void requireName(String name, Fields fields) {
        if (!NAME.matcher(name).matches()) {
            fields.refuse(
                    "", "\"%s\" is not a name: lower-case letters, digits and dashes, at most 40".formatted(name));
        }
    }

    /** Of a field that has a variable's name. */
    static String variable(String text) {
        if (!VARIABLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a name for a variable; values never belong here".formatted(text));
        }
        return text;
    }

    static Duration duration(String text) {
        Duration duration = Duration.ofMillis((long) (1000
                * Quantity.seconds(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"%s\" is not a time such as 30s or 10m".formatted(text)))));
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("\"%s\" is not a time of up to 30 days".formatted(text));
        }
        return duration;
    }
}
