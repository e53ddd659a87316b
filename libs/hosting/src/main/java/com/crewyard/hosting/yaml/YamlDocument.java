package com.crewyard.hosting.yaml;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Severity;
import com.crewyard.hosting.yaml.YamlValue.Entry;
import com.crewyard.hosting.yaml.YamlValue.Mapping;
import com.crewyard.hosting.yaml.YamlValue.Place;
import com.crewyard.hosting.yaml.YamlValue.Scalar;
import com.crewyard.hosting.yaml.YamlValue.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one YAML 1.2 document (yaml.org/spec/1.2.2) whose root is a mapping. Never throws for what it is given. */
public final class YamlDocument {

    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 50_000;
    private static final Place START = new Place(1, 1);

    private final String file;
    private final int lineOffset;
    private final List<Finding> findings;
    private int nodes;

    private YamlDocument(String file, int lineOffset, List<Finding> findings) {
        this.file = file;
        this.lineOffset = lineOffset;
        this.findings = findings;
    }

    /** The root, or an empty mapping and a finding when there is none. */
    public static Mapping read(String file, String text, List<Finding> findings) {
        return read(file, text, 0, findings);
    }

    /** @param lineOffset how many lines stand before the text in its file */
    public static Mapping read(String file, String text, int lineOffset, List<Finding> findings) {
        return new YamlDocument(file, lineOffset, findings).root(text);
    }

    private Mapping root(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return new Mapping(Map.of(), START);
            }
            if (value(root.get(), 0) instanceof Mapping mapping) {
                return mapping;
            }
            report(place(root.get().getStartMark()), "a mapping is expected here, such as \"name: value\"");
        } catch (MarkedYamlEngineException e) {
            report(place(e.getProblemMark()), "not YAML: " + e.getProblem());
        } catch (YamlEngineException | StackOverflowError e) {
            report(
                    START,
                    "not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("nested too deeply"));
        }
        return new Mapping(Map.of(), START);
    }

    private YamlValue value(Node node, int depth) {
        Place place = place(node.getStartMark());
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            report(place, "the document is nested too deeply or too large");
            return new Scalar("", false, place);
        }
        return switch (node) {
            case ScalarNode scalar ->
                new Scalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
            case SequenceNode sequence ->
                new Sequence(
                        sequence.getValue().stream()
                                .map(item -> value(item, depth + 1))
                                .toList(),
                        place);
            case MappingNode mapping -> mapping(mapping, place, depth);
            default -> new Scalar("", false, place);
        };
    }

    private Mapping mapping(MappingNode node, Place place, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place key = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                report(key, "a key must be a single word");
                continue;
            }
            YamlValue value = value(tuple.getValueNode(), depth + 1);
            if (entries.putIfAbsent(name.getValue(), new Entry(key, value)) != null) {
                report(key, "\"%s\" stands here a second time; the first counts".formatted(name.getValue()));
            }
        }
        return new Mapping(java.util.Collections.unmodifiableMap(entries), place);
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1 + lineOffset, m.getColumn() + 1))
                .orElse(START);
    }

    private void report(Place place, String message) {
        findings.add(new Finding(Severity.ERROR, file, place.line(), place.column(), message));
    }
}
