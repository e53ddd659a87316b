package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.pipelines.PipelineSpec.Retries;
import com.crewyard.deployment.pipelines.PipelineSpec.Stage;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a stage; which fields it may have depends on its type. */
final class StageReader {

    private static final Set<StageType> SENDING = Set.of(StageType.WEBHOOK, StageType.NOTIFY);
    private static final Duration BACKOFF = Duration.ofSeconds(10);
    private static final Retries OF_SENDING = new Retries(3, Duration.ofSeconds(2));

    private StageReader() {}

    static Stage stage(String name, Fields fields) {
        PipelineReader.requireName(name, fields);
        fields.require("type");
        StageType type = fields.choice("type", StageType.words())
                .map(word -> StageType.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(StageType.RUN);
        List<String> needs = List.copyOf(fields.texts("needs"));
        Optional<String> condition = fields.text("if");
        Work work = fields.has("type") ? work(type, fields) : new Work.Wait(Duration.ZERO);
        Stage stage = new Stage(
                name,
                type,
                needs,
                condition,
                retries(fields, type),
                fields.parsed("timeout", PipelineReader::duration).orElseGet(() -> usual(work)),
                work);
        fields.finish();
        return stage;
    }

    private static Work work(StageType type, Fields fields) {
        return switch (type) {
            case BUILD, TEST, SCAN, RUN -> command(fields);
            case APPROVE ->
                new Work.Approve(
                        fields.text("message").orElse(""),
                        List.copyOf(fields.texts("approvers")),
                        fields.flag("four_eyes").orElse(false));
            case ROLLOUT -> rollout(fields);
            case MIGRATE -> migrate(fields);
            case VERIFY -> verify(fields);
            case WAIT -> {
                fields.require("for");
                yield new Work.Wait(
                        fields.parsed("for", PipelineReader::duration).orElse(Duration.ZERO));
            }
            case WEBHOOK -> webhook(fields);
            case NOTIFY -> notification(fields);
            case PIPELINE -> new Work.Another(fields.requiredText("pipeline"), fields.pairs("parameters"));
        };
    }

    private static Work.Command command(Fields fields) {
        List<String> command = new ArrayList<>(fields.texts("command"));
        Optional<String> script = fields.text("script");
        if (command.isEmpty() == script.isEmpty()) {
            fields.refuse("", "it needs either a command, which is a list, or a script, which a shell runs");
        }
        Stream.concat(command.stream(), script.stream())
                .filter(text ->
                        text.contains("${parameters.") || text.contains("${trigger.") || text.contains("${stages."))
                .findFirst()
                .ifPresent(
                        _ -> fields.refuse(
                                script.isPresent() ? "script" : "command",
                                "nothing is put into a command, for what comes from outside could change it; set a variable with env and use that"));
        Map<String, String> env = fields.pairs("env");
        env.keySet().stream()
                .filter(name -> !PipelineReader.VARIABLE.matcher(name).matches())
                .forEach(name -> fields.refuse("env", "\"%s\" is not a name for a variable".formatted(name)));
        List<String> secrets = List.copyOf(fields.texts("secrets"));
        secrets.stream()
                .filter(name -> !PipelineReader.VARIABLE.matcher(name).matches())
                .forEach(name -> fields.refuse(
                        "secrets", "\"%s\" is not a name for a variable; values never belong here".formatted(name)));
        return new Work.Command(
                script.map(text -> List.of("/bin/sh", "-e", "-c", text, "script"))
                        .orElse(List.copyOf(command)),
                fields.text("directory").orElse("."),
                env,
                secrets);
    }

    private static Work rollout(Fields fields) {
        if (fields.has("preview")) {
            Stream.of("environment", "during_freeze")
                    .filter(fields::has)
                    .forEach(field -> fields.refuse(field, "it does not go with preview"));
            return new Work.Preview(fields.text("app"), fields.requiredText("preview"), fields.pairs("images"));
        }
        return new Work.Rollout(
                fields.text("app"),
                fields.requiredText("environment"),
                fields.pairs("images"),
                fields.flag("during_freeze").orElse(false));
    }

    private static Work.Migrate migrate(Fields fields) {
        String environment = fields.requiredText("environment");
        fields.require("command");
        return new Work.Migrate(
                fields.text("app"), environment, fields.text("service"), List.copyOf(fields.texts("command")));
    }

    private static Work verify(Fields fields) {
        long ways = Stream.of("http", "canary", "command", "script")
                .filter(fields::has)
                .count();
        if (ways != 1) {
            fields.refuse("", "it needs one of http, canary, command and script");
        }
        Optional<String> app = fields.text("app");
        Optional<String> canary = fields.text("canary");
        if (canary.isPresent()) {
            return new Work.VerifyCanary(app, canary.get());
        }
        if (app.isPresent()) {
            fields.refuse("app", "it goes with canary only");
        }
        return fields.fields("http").<Work>map(StageReader::answer).orElseGet(() -> command(fields));
    }

    private static Work.VerifyHttp answer(Fields fields) {
        Work.VerifyHttp verify = new Work.VerifyHttp(
                fields.requiredText("url"),
                fields.integer("status", 100, 599).orElse(200),
                fields.text("contains"),
                fields.parsed("every", PipelineReader::duration).orElse(Duration.ofSeconds(1)),
                fields.integer("times", 1, 1000).orElse(3));
        fields.finish();
        return verify;
    }

    private static Work.Webhook webhook(Fields fields) {
        return new Work.Webhook(fields.requiredText("url"), fields.parsed("secret", PipelineReader::variable));
    }

    private static Work.Notify notification(Fields fields) {
        Work.Notify notify = new Work.Notify(
                fields.requiredText("message"),
                fields.parsed("slack", PipelineReader::variable),
                List.copyOf(fields.texts("email")),
                fields.fields("webhook").map(inner -> {
                    Work.Webhook webhook = webhook(inner);
                    inner.finish();
                    return webhook;
                }));
        if (Stream.of("slack", "email", "webhook").noneMatch(fields::has)) {
            fields.refuse("", "it needs slack, which names the variable with a webhook's address, email or webhook");
        }
        notify.email().stream()
                .filter(address -> !address.matches("[^@\\s,;<>\"]{1,64}@[A-Za-z0-9.-]{1,253}"))
                .forEach(address ->
                        fields.refuse("email", "\"%s\" is not an address such as ops@example.com".formatted(address)));
        return notify;
    }

    /** A number, or a mapping that says more. */
    private static Retries retries(Fields fields, StageType type) {
        Retries usual = SENDING.contains(type) ? OF_SENDING : new Retries(0, BACKOFF);
        if (fields.value("retries").filter(YamlValue.Mapping.class::isInstance).isEmpty()) {
            return new Retries(fields.integer("retries", 0, 20).orElse(usual.count()), usual.backoff());
        }
        return fields.fields("retries")
                .map(inner -> {
                    Retries retries = new Retries(
                            inner.integer("count", 0, 20).orElse(usual.count()),
                            inner.parsed("backoff", PipelineReader::duration).orElse(usual.backoff()));
                    inner.finish();
                    return retries;
                })
                .orElse(usual);
    }

    private static Duration usual(Work work) {
        return switch (work) {
            case Work.Command _, Work.Rollout _, Work.Preview _, Work.Migrate _, Work.VerifyCanary _ ->
                Duration.ofHours(1);
            case Work.Approve _ -> Duration.ofDays(1);
            case Work.VerifyHttp _ -> Duration.ofMinutes(2);
            case Work.Wait(Duration time) -> time.plusMinutes(1);
            case Work.Webhook _, Work.Notify _ -> Duration.ofMinutes(1);
            case Work.Another _ -> Duration.ofHours(6);
        };
    }
}
