package com.crewyard.web;

import com.crewyard.kernel.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form as it stands: what was typed, and what is wrong with it. Nothing typed is lost when it is shown again. */
public record Form(Map<String, List<String>> values, List<FieldError> errors) {

    public Form {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    public static Form blank() {
        return new Form(Map.of(), List.of());
    }

    public static Form of(Map<String, List<String>> values) {
        return new Form(values, List.of());
    }

    /** From {@code HttpServletRequest#getParameterMap()}. */
    public static Form ofParameters(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, all) -> values.put(name, List.of(all)));
        return of(values);
    }

    public Form with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new Form(more, errors);
    }

    public Form with(String name, List<String> all) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.copyOf(all));
        return new Form(more, errors);
    }

    public Form refused(List<FieldError> reasons) {
        return new Form(values, reasons);
    }

    /** The first value, empty when there is none. */
    public String value(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** The reason beside a field, empty when it holds. */
    public String error(String name) {
        return errors.stream()
                .filter(error -> error.field().equals(name))
                .map(FieldError::message)
                .findFirst()
                .orElse("");
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }
}
