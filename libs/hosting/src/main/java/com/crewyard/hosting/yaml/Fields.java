package com.crewyard.hosting.yaml;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Severity;
import com.crewyard.hosting.Suggestion;
import com.crewyard.hosting.yaml.YamlValue.Entry;
import com.crewyard.hosting.yaml.YamlValue.Mapping;
import com.crewyard.hosting.yaml.YamlValue.Place;
import com.crewyard.hosting.yaml.YamlValue.Scalar;
import com.crewyard.hosting.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Takes the fields out of a mapping one by one; what nobody took is refused by {@link #finish}. A field that does not
 * fit is reported and then treated as if it were not there.
 */
public final class Fields {

    private final String file;
    private final String path;
    private final Mapping mapping;
    private final List<Finding> findings;
    private final Set<String> known = new LinkedHashSet<>();

    public Fields(String file, String path, Mapping mapping, List<Finding> findings) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.findings = findings;
    }

    public Place place() {
        return mapping.place();
    }

    public boolean has(String name) {
        return mapping.entries().containsKey(name);
    }

    public Set<String> names() {
        return mapping.entries().keySet();
    }

    /** Where a field stands, or the mapping when it is missing. */
    public Place place(String name) {
        return Optional.ofNullable(mapping.entries().get(name)).map(Entry::key).orElse(mapping.place());
    }

    public Optional<YamlValue> value(String name) {
        known.add(name);
        return Optional.ofNullable(mapping.entries().get(name))
                .map(Entry::value)
                .filter(value -> !(value instanceof Scalar scalar && scalar.isNull()));
    }

    public Optional<String> text(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof Scalar scalar) {
                return Optional.of(scalar.text());
            }
            refuse(value.place(), name, "must be a single value");
            return Optional.empty();
        });
    }

    public String requiredText(String name) {
        Optional<String> text = text(name).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            require(name);
        }
        return text.orElse("");
    }

    public void require(String name) {
        known.add(name);
        if (!has(name)) {
            report(mapping.place(), "%s%s is missing".formatted(path.isEmpty() ? "" : path + ".", name));
        }
    }

    /** A scalar that a function understands; it throws {@link IllegalArgumentException} with a reason otherwise. */
    public <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                refuse(valuePlace(name), name, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    public OptionalDouble number(String name, double least, double most) {
        Optional<Double> number = parsed(name, text -> {
            double value;
            try {
                value = Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("\"%s\" is not a number".formatted(text), e);
            }
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException("%s is outside %s to %s".formatted(text, plain(least), plain(most)));
            }
            return value;
        });
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    public OptionalInt integer(String name, int least, int most) {
        Optional<Integer> number = parsed(name, text -> {
            int value;
            try {
                value = Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("\"%s\" is not a whole number".formatted(text), e);
            }
            if (value < least || value > most) {
                throw new IllegalArgumentException("%s is outside %d to %d".formatted(text, least, most));
            }
            return value;
        });
        return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }

    public Optional<Boolean> flag(String name) {
        return parsed(name, text -> switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw new IllegalArgumentException("\"%s\" is neither true nor false".formatted(text));
        });
    }

    /** One of the words given, or a refusal that suggests one. */
    public Optional<String> choice(String name, Set<String> words) {
        return parsed(name, text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(
                        "\"%s\" is unknown; %s".formatted(text, Suggestion.sentence(text, words)));
            }
            return text;
        });
    }

    /** A list of scalars; a single one stands for a list of one. */
    public List<String> texts(String name) {
        Optional<YamlValue> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (YamlValue item : value.get() instanceof Sequence sequence ? sequence.items() : List.of(value.get())) {
            if (item instanceof Scalar scalar) {
                texts.add(scalar.text());
            } else {
                refuse(item.place(), name, "must be a list of single values");
            }
        }
        return texts;
    }

    public Optional<Fields> fields(String name) {
        return value(name).flatMap(value -> below(name, value));
    }

    /** The fields of a mapping, empty ones when it is missing. */
    public Fields fieldsOrNone(String name) {
        return fields(name).orElseGet(() -> new Fields(file, below(name), new Mapping(Map.of(), place()), findings));
    }

    /** A mapping of names to mappings, in the order of the document. */
    public <T> Map<String, T> named(String name, BiFunction<String, Fields, T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        fields(name).ifPresent(inner -> {
            for (String key : inner.names()) {
                inner.known.add(key);
                Entry entry = inner.mapping.entries().get(key);
                if (entry != null) {
                    YamlValue value = entry.value() instanceof Scalar scalar && scalar.isNull()
                            ? new Mapping(Map.of(), entry.key())
                            : entry.value();
                    inner.below(key, value).ifPresent(fields -> read.put(key, reader.apply(key, fields)));
                }
            }
        });
        return read;
    }

    /** A mapping of names to scalars, in the order of the document. */
    public Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        fields(name).ifPresent(inner -> {
            for (String key : inner.names()) {
                inner.value(key);
                if (inner.mapping.entries().get(key) instanceof Entry(Place _, Scalar scalar)) {
                    pairs.put(key, scalar.isNull() ? "" : scalar.text());
                } else {
                    inner.refuse(inner.place(key), key, "must be a single value");
                }
            }
        });
        return pairs;
    }

    /** A list of mappings. */
    public <T> List<T> listed(String name, Function<Fields, T> reader) {
        List<T> read = new ArrayList<>();
        value(name).ifPresent(value -> {
            if (value instanceof Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    below(name + "[" + i + "]", sequence.items().get(i))
                            .ifPresent(fields -> read.add(reader.apply(fields)));
                }
            } else {
                refuse(value.place(), name, "must be a list");
            }
        });
        return read;
    }

    /**
     * A list of single values or mappings; one of them stands for a list of one.
     *
     * @param single throws {@link IllegalArgumentException} with a reason when it does not understand a value
     */
    public <T> List<T> listed(String name, Function<String, T> single, Function<Fields, Optional<T>> several) {
        List<T> read = new ArrayList<>();
        value(name).ifPresent(value -> {
            List<YamlValue> items = value instanceof Sequence sequence ? sequence.items() : List.of(value);
            for (int i = 0; i < items.size(); i++) {
                String item = value instanceof Sequence ? name + "[" + i + "]" : name;
                if (items.get(i) instanceof Scalar scalar) {
                    try {
                        read.add(single.apply(scalar.text()));
                    } catch (IllegalArgumentException e) {
                        refuse(scalar.place(), item, String.valueOf(e.getMessage()));
                    }
                } else {
                    below(item, items.get(i)).flatMap(several).ifPresent(read::add);
                }
            }
        });
        return read;
    }

    public void refuse(String name, String reason) {
        refuse(valuePlace(name), name, reason);
    }

    /** Refuses what nobody asked for. */
    public void finish() {
        mapping.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                report(
                        entry.key(),
                        "\"%s\" is not a field%s; %s"
                                .formatted(
                                        name,
                                        path.isEmpty() ? " here" : " of " + path,
                                        Suggestion.sentence(name, known)));
            }
        });
    }

    private Optional<Fields> below(String name, YamlValue value) {
        if (value instanceof Mapping inner) {
            return Optional.of(new Fields(file, below(name), inner, findings));
        }
        refuse(value.place(), name, "must be a mapping");
        return Optional.empty();
    }

    private Place valuePlace(String name) {
        return Optional.ofNullable(mapping.entries().get(name))
                .map(entry -> entry.value().place())
                .orElse(mapping.place());
    }

    private void refuse(Place place, String name, String reason) {
        report(place, "%s: %s".formatted(below(name), reason));
    }

    private String below(String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }

    private void report(Place place, String message) {
        findings.add(new Finding(Severity.ERROR, file, place.line(), place.column(), message));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
