package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who owns applications and pipelines, and has administrators of its own.
 *
 * @param belongings applications by their names, pipelines as scopes name them
 */
public record Organization(String name, List<String> belongings) {

    static final String NAME = "[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?";

    private static final Pattern WELL_FORMED = Pattern.compile(NAME);
    private static final Pattern BELONGING = Pattern.compile("[a-z0-9-]{1,40}|pipeline:[A-Za-z0-9_.-]{1,80}");

    public Organization {
        belongings = List.copyOf(belongings);
    }

    /** How scopes and messages name an organization. */
    public static String subject(String name) {
        return "@" + name;
    }

    /** @throws RefusedException when nothing can have that name */
    static void requireName(String name) {
        if (!WELL_FORMED.matcher(name).matches()) {
            throw RefusedException.input(
                    "name is \"%s\"; give 1 to 40 lower-case letters, digits and hyphens, such as acme."
                            .formatted(name));
        }
    }

    /** @throws RefusedException when an organization cannot own it */
    static void requireBelonging(String what) {
        if (!BELONGING.matcher(what).matches()) {
            throw RefusedException.input(
                    "\"%s\" is what no organization owns; name an application such as shop, or a pipeline such as pipeline:release."
                            .formatted(what));
        }
    }
}
