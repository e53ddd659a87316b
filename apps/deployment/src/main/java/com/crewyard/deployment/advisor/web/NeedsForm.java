package com.crewyard.deployment.advisor.web;

import com.crewyard.deployment.advisor.Advising;
import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.advice.NeedsReader;
import com.crewyard.hosting.artifacts.YamlText;
import com.crewyard.kernel.FieldError;
import com.crewyard.web.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Needs as somebody types them: written as {@code needs.yaml} and read like one, so that both refuse alike. */
record NeedsForm(Form form, Needs needs, List<Finding> findings) {

    static final String WEIGHT = "weight.";

    /** Where a field of the form stands in the file. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("steady", "load.steady"),
            Map.entry("peak", "load.peak"),
            Map.entry("idle_hours", "load.idle_hours"),
            Map.entry("sessions", "load.websocket_sessions"),
            Map.entry("cpu", "instance.cpu"),
            Map.entry("memory", "instance.memory"),
            Map.entry("data", "data.size"),
            Map.entry("budget", "budget.monthly"),
            Map.entry("people", "team.people"),
            Map.entry("skills", "team.skills"),
            Map.entry("launch", "time_to_launch"),
            Map.entry("lock_in", "lock_in"),
            Map.entry("residency", "compliance.data_residency"));

    /** What a small product usually asks for; each is there to be changed. */
    private static final Map<String, String> USUAL = Map.of(
            "steady",
            "20",
            "peak",
            "150",
            "sessions",
            "200",
            "cpu",
            "0.5",
            "memory",
            "512Mi",
            "data",
            "20 GiB",
            "people",
            "3");

    static NeedsForm of(Asked asked) {
        Form form = Form.of(asked.values());
        if (asked.values().keySet().stream().noneMatch(FIELDS::containsKey)) {
            for (Map.Entry<String, String> usual : USUAL.entrySet()) {
                form = form.with(usual.getKey(), usual.getValue());
            }
        }
        NeedsReader.Reading reading = NeedsReader.read(Advising.NEEDS, yaml(form));
        return new NeedsForm(form.refused(errors(reading.findings())), reading.needs(), reading.findings());
    }

    private static String yaml(Form form) {
        Map<String, Object> root = new LinkedHashMap<>();
        FIELDS.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(field -> {
            String value = form.value(field.getKey()).strip();
            if (!value.isEmpty()) {
                put(root, field.getValue(), listed(field.getKey()) ? List.of(value.split("\\s*,\\s*", -1)) : value);
            }
        });
        List<String> workloads = form.all("workloads");
        if (!workloads.isEmpty()) {
            root.put("workloads", workloads);
        }
        Map<String, Object> weights = new LinkedHashMap<>();
        form.values().forEach((name, all) -> {
            if (name.startsWith(WEIGHT) && !form.value(name).isBlank()) {
                weights.put(name.substring(WEIGHT.length()), form.value(name).strip());
            }
        });
        if (!weights.isEmpty()) {
            root.put("weights", weights);
        }
        return YamlText.of(root);
    }

    private static boolean listed(String field) {
        return field.equals("skills") || field.equals("residency");
    }

    private static void put(Map<String, Object> root, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            root.put(path, value);
            return;
        }
        String section = path.substring(0, dot);
        if (root.computeIfAbsent(section, _ -> new LinkedHashMap<String, Object>()) instanceof Map<?, ?> inner) {
            Map<String, Object> copy = new LinkedHashMap<>();
            inner.forEach((name, old) -> copy.put(String.valueOf(name), old));
            copy.put(path.substring(dot + 1), value);
            root.put(section, copy);
        }
    }

    private static List<FieldError> errors(List<Finding> findings) {
        List<FieldError> errors = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Map.Entry<String, String>> field = FIELDS.entrySet().stream()
                    .filter(entry -> finding.message().startsWith(entry.getValue() + ":"))
                    .findFirst();
            String message = field.map(entry ->
                            finding.message().substring(entry.getValue().length() + 1))
                    .orElse(finding.message())
                    .strip();
            errors.add(new FieldError(
                    field.map(Map.Entry::getKey).orElse("steady"),
                    Character.toUpperCase(message.charAt(0)) + message.substring(1) + "."));
        }
        return List.copyOf(errors);
    }
}
