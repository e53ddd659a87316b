package com.crewyard.recruiting.identity;

import static com.crewyard.recruiting.identity.Permission.AGENT_USE;
import static com.crewyard.recruiting.identity.Permission.APPLICATIONS_MOVE;
import static com.crewyard.recruiting.identity.Permission.APPLICATIONS_WRITE;
import static com.crewyard.recruiting.identity.Permission.CANDIDATES_DELETE;
import static com.crewyard.recruiting.identity.Permission.CANDIDATES_MERGE;
import static com.crewyard.recruiting.identity.Permission.CANDIDATES_READ;
import static com.crewyard.recruiting.identity.Permission.CANDIDATES_WRITE;
import static com.crewyard.recruiting.identity.Permission.COLLABORATE;
import static com.crewyard.recruiting.identity.Permission.JOBS_DELETE;
import static com.crewyard.recruiting.identity.Permission.JOBS_READ;
import static com.crewyard.recruiting.identity.Permission.JOBS_WRITE;
import static com.crewyard.recruiting.identity.Permission.MATCHING_RUN;
import static com.crewyard.recruiting.identity.Permission.PEOPLE_READ;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person is in an organization, and so what they may do there. */
public enum Role {
    ORG_ADMIN("Administrator", EnumSet.allOf(Permission.class)),
    RECRUITER(
            "Recruiter",
            EnumSet.of(
                    PEOPLE_READ,
                    JOBS_READ,
                    JOBS_WRITE,
                    JOBS_DELETE,
                    CANDIDATES_READ,
                    CANDIDATES_WRITE,
                    CANDIDATES_DELETE,
                    CANDIDATES_MERGE,
                    APPLICATIONS_WRITE,
                    APPLICATIONS_MOVE,
                    COLLABORATE,
                    MATCHING_RUN,
                    AGENT_USE)),
    HIRING_MANAGER(
            "Hiring manager",
            EnumSet.of(
                    PEOPLE_READ, JOBS_READ, CANDIDATES_READ, APPLICATIONS_MOVE, COLLABORATE, MATCHING_RUN, AGENT_USE)),
    INTERVIEWER("Interviewer", EnumSet.of(PEOPLE_READ, JOBS_READ, CANDIDATES_READ, COLLABORATE)),
    VIEWER("Viewer", EnumSet.of(PEOPLE_READ, JOBS_READ, CANDIDATES_READ)),
    /** A person who applies and has an account; works in no organization's pages. */
    CANDIDATE("Candidate", EnumSet.noneOf(Permission.class));

    private final String label;
    private final Set<Permission> permissions;

    Role(String label, Set<Permission> permissions) {
        this.label = label;
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public Set<Permission> permissions() {
        return Set.copyOf(permissions);
    }

    /** For people to read. */
    public String label() {
        return label;
    }

    /** As on the wire and in the database: {@code org_admin}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
