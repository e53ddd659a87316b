package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.pipelines.PipelineSpec.Push;
import com.crewyard.deployment.pipelines.PipelineSpec.Schedule;
import com.crewyard.deployment.pipelines.PipelineSpec.Triggers;
import com.crewyard.deployment.pipelines.PipelineSpec.Upstream;
import com.crewyard.deployment.work.Cron;
import com.crewyard.hosting.yaml.Fields;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what starts runs. */
final class TriggersReader {

    private TriggersReader() {}

    static Triggers triggers(Fields fields) {
        Triggers triggers = new Triggers(
                fields.fields("push").map(TriggersReader::push),
                fields.fields("pull_request").map(TriggersReader::push),
                List.copyOf(fields.listed("schedule", TriggersReader::schedule)),
                List.copyOf(fields.listed("upstream", TriggersReader::upstream)),
                fields.flag("manual").orElse(true));
        fields.finish();
        return triggers;
    }

    private static Push push(Fields fields) {
        List.of("from", "secret").forEach(fields::require);
        Push push = new Push(
                fields.choice("from", Set.of("github", "gitlab"))
                        .map(word -> Push.Forge.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Push.Forge.GITHUB),
                fields.parsed("secret", PipelineReader::variable).orElse(""),
                fields.has("branches") ? List.copyOf(fields.texts("branches")) : List.of("*"),
                fields.pairs("parameters"));
        fields.finish();
        return push;
    }

    private static Schedule schedule(Fields fields) {
        fields.require("cron");
        Schedule schedule = new Schedule(
                fields.parsed("cron", Cron::check).orElse("0 0 * * *"),
                fields.parsed("zone", TriggersReader::zone).orElse(ZoneOffset.UTC),
                fields.pairs("parameters"));
        fields.finish();
        return schedule;
    }

    private static Upstream upstream(Fields fields) {
        Upstream upstream = new Upstream(fields.requiredText("pipeline"), fields.pairs("parameters"));
        fields.finish();
        return upstream;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"%s\" is not a zone such as Europe/Berlin".formatted(text), e);
        }
    }
}
