package com.crewyard.web;

import java.util.HashMap;
import java.util.Map;

/** A rendered template. */
public record View(String template, Map<String, Object> parameters, int status) implements Reply {

    private static final int OK = 200;

    public View {
        parameters = Map.copyOf(parameters);
    }

    /** @param template path below the template root without ending: {@code jobs/list} */
    public static View of(String template) {
        return new View(template, Map.of(), OK);
    }

    /** @param model what the template declares as {@code @param … model} */
    public static View of(String template, Object model) {
        return of(template).with("model", model);
    }

    /** @param value what the template declares under that name */
    public View with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new View(template, more, status);
    }

    public View status(int code) {
        return new View(template, parameters, code);
    }

    /** For a form that is shown again with the reasons: 422 (RFC 9110, section 15.5.21). */
    public View refused() {
        return status(422);
    }
}
