package com.crewyard.deployment.access;

import static com.crewyard.deployment.access.Permission.APPROVE;
import static com.crewyard.deployment.access.Permission.DEPLOY;
import static com.crewyard.deployment.access.Permission.VIEW;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is to an environment. Who deploys does not approve, unless they are given both. */
public enum Role {
    VIEWER(EnumSet.of(VIEW)),
    DEPLOYER(EnumSet.of(VIEW, DEPLOY)),
    APPROVER(EnumSet.of(VIEW, APPROVE)),
    ADMIN(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** As people write it, and the database keeps it: {@code deployer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException when there is none of that name */
    public static Role ofCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RefusedException.input("role is \"%s\"; it is one of %s."
                        .formatted(code, Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", ")))));
    }
}
