package com.crewyard.recruiting.matching;

import com.crewyard.recruiting.matching.internal.PreferenceSolver;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an organization, or one job of it, weighs the criteria. Each change makes a new version; the standard is version 0.
 *
 * @param sliders 0 to {@value #HIGHEST} for every kind
 * @param preferences statements that the weights hold, whatever the sliders say
 * @param wanted answers to the job's questions, by question: yes or no, a choice, or the least number
 * @param changedBy empty for the standard
 */
public record MatchProfile(
        Scope scope,
        int version,
        Map<Criterion.Kind, Integer> sliders,
        List<Preference> preferences,
        Map<Long, String> wanted,
        Optional<String> changedBy,
        Optional<Instant> changedAt) {

    /** The highest that a slider goes. */
    public static final int HIGHEST = 100;

    public static final MatchProfile STANDARD = new MatchProfile(
            Scope.STANDARD, 0, standardSliders(), List.of(), Map.of(), Optional.empty(), Optional.empty());

    public MatchProfile {
        Map<Criterion.Kind, Integer> complete = new EnumMap<>(Criterion.Kind.class);
        for (Criterion.Kind kind : Criterion.Kind.values()) {
            complete.put(kind, sliders.getOrDefault(kind, kind.standardWeight()));
        }
        sliders = Collections.unmodifiableMap(complete);
        preferences = List.copyOf(preferences);
        wanted = Collections.unmodifiableMap(new TreeMap<>(wanted));
    }

    /** Whose it is. */
    public enum Scope {
        STANDARD,
        ORGANIZATION,
        JOB;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public int slider(Criterion.Kind kind) {
        return sliders.getOrDefault(kind, 0);
    }

    /** The sliders with the preferences worked in. */
    public Weights weights() {
        return PreferenceSolver.weights(sliders, preferences);
    }

    /** Its name in logs: {@code standard}, {@code organization-3}, {@code job-1}. */
    public String label() {
        return scope == Scope.STANDARD ? scope.code() : "%s-%d".formatted(scope.code(), version);
    }

    private static Map<Criterion.Kind, Integer> standardSliders() {
        Map<Criterion.Kind, Integer> sliders = new EnumMap<>(Criterion.Kind.class);
        Arrays.stream(Criterion.Kind.values()).forEach(kind -> sliders.put(kind, kind.standardWeight()));
        return sliders;
    }
}
