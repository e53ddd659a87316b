package com.crewyard.hosting.plan;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.yaml.Fields;
import com.crewyard.hosting.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code practices.yaml} knows: platforms with their files, practices with their work, metrics with their source. */
record Catalogue(
        Map<String, Platform> platforms,
        Map<String, Practice> practices,
        Map<String, Practice> foundations,
        Map<String, Metric> metrics) {

    private static final String SHIPPED = "practices.yaml";

    /**
     * An offering that files can be generated for.
     *
     * @param edge whether it stands before the application instead of carrying it
     * @param successor what its provider recommends instead
     */
    record Platform(
            String name, List<String> generators, Optional<String> target, boolean edge, Optional<String> successor) {}

    enum When {
        NAMED,
        START,
        PLATFORM,
        MOVE,
        EVERY
    }

    /**
     * Work of a kind, with places for what differs from application to application in braces.
     *
     * @param needs the backing service without which there is nothing to do: database, cache, queue or storage
     */
    record Practice(
            String id,
            When when,
            Pattern words,
            String title,
            String owner,
            double effort,
            String skill,
            List<String> generators,
            Optional<String> needs,
            Optional<String> priced,
            Plan.Risk risk,
            String rollback,
            List<String> checks,
            Optional<String> trigger) {

        boolean isMeantBy(String text) {
            return words.matcher(text).find();
        }
    }

    record Metric(String name, String title, String source, Optional<String> query) {}

    static Catalogue shipped() {
        List<Finding> findings = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(Catalogue.class.getResourceAsStream(SHIPPED))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Catalogue catalogue = read(new Fields(SHIPPED, "", YamlDocument.read(SHIPPED, text, findings), findings));
            if (!findings.isEmpty()) {
                throw new IllegalStateException(findings.toString());
            }
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalogue read(Fields root) {
        Catalogue catalogue = new Catalogue(
                root.named("platforms", Catalogue::platform),
                root.named("practices", Catalogue::practice),
                root.named("foundations", Catalogue::practice),
                root.named("metrics", Catalogue::metric));
        root.finish();
        return catalogue;
    }

    private static Platform platform(String name, Fields fields) {
        Platform platform = new Platform(
                name,
                List.copyOf(fields.texts("generators")),
                fields.text("target"),
                fields.flag("edge").orElse(false),
                fields.text("successor"));
        fields.finish();
        return platform;
    }

    private static Practice practice(String id, Fields fields) {
        Fields risk = fields.fieldsOrNone("risk");
        Practice practice = new Practice(
                id,
                fields.choice("when", Set.of("start", "platform", "move", "every"))
                        .map(word -> When.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(When.NAMED),
                Pattern.compile(fields.text("words").orElse("(?!)"), Pattern.CASE_INSENSITIVE),
                fields.requiredText("title"),
                fields.requiredText("owner"),
                fields.number("effort", 0.25, 60).orElse(1),
                fields.requiredText("skill"),
                List.copyOf(fields.texts("generators")),
                fields.choice("needs", Set.of("database", "cache", "queue", "storage")),
                fields.text("priced"),
                new Plan.Risk(
                        risk.requiredText("text"),
                        risk.requiredText("likelihood"),
                        risk.requiredText("impact"),
                        risk.requiredText("answer")),
                fields.requiredText("rollback"),
                List.copyOf(fields.texts("checks")),
                fields.text("trigger"));
        risk.finish();
        fields.finish();
        return practice;
    }

    private static Metric metric(String name, Fields fields) {
        Metric metric =
                new Metric(name, fields.requiredText("title"), fields.requiredText("source"), fields.text("query"));
        fields.finish();
        return metric;
    }
}
