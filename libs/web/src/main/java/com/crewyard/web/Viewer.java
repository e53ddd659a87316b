package com.crewyard.web;

import java.util.Set;

/**
 * Who reads a page of the workplace.
 *
 * @param role its code; the texts have its name below {@code role.}
 * @param permissions names of what they may do, which decides what a page offers them
 */
public record Viewer(
        String name, String email, String role, String organization, String slug, Set<String> permissions) {

    public Viewer {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    public boolean may(Enum<?> permission) {
        return permissions.contains(permission.name());
    }
}
