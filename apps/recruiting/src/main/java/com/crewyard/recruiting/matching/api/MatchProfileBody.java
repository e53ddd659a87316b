package com.crewyard.recruiting.matching.api;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.MatchProfiles;
import com.crewyard.recruiting.matching.Preference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A match profile on the wire.
 *
 * @param latestVersion what a change has to name, so that of two who change at once one hears of the other
 * @param weights the sliders, 0 to 100
 * @param effectiveWeights with the preferences worked in
 */
record MatchProfileBody(
        String scope,
        String profile,
        int latestVersion,
        Map<String, Integer> weights,
        Map<String, Double> effectiveWeights,
        List<Statement> preferences,
        Map<String, String> wantedAnswers,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** "I care more about this than about that." */
    record Statement(
            @Nullable String more,
            @Nullable String less,
            @Nullable String strength) {}

    static MatchProfileBody of(MatchProfiles.Standing standing) {
        return of(standing.profile(), standing.latest());
    }

    static MatchProfileBody of(MatchProfile profile, int latest) {
        Map<String, Integer> sliders = new LinkedHashMap<>();
        Map<String, Double> effective = new LinkedHashMap<>();
        for (Criterion.Kind kind : Criterion.Kind.values()) {
            sliders.put(kind.code(), profile.slider(kind));
            effective.put(kind.code(), profile.weights().of(kind));
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        profile.wanted().forEach((question, value) -> wanted.put(String.valueOf(question), value));
        return new MatchProfileBody(
                profile.scope().code(),
                profile.label(),
                latest,
                sliders,
                effective,
                profile.preferences().stream()
                        .map(preference -> new Statement(
                                preference.more().code(),
                                preference.less().code(),
                                preference.strength().code()))
                        .toList(),
                wanted,
                profile.changedBy().orElse(null),
                profile.changedAt().orElse(null));
    }

    /** What is sent to make a new version. */
    record Change(
            @Nullable Integer latestVersion,
            @Nullable Map<String, Integer> weights,
            @Nullable List<Statement> preferences,
            @Nullable Map<String, String> wantedAnswers) {

        int seen() {
            return Optional.ofNullable(latestVersion).orElse(0);
        }

        /** @throws com.crewyard.kernel.CrewyardException naming each criterion, strength or question that is not known */
        MatchProfiles.Draft draft() {
            Violations violations = new Violations();
            Map<Criterion.Kind, Integer> sliders = new EnumMap<>(Criterion.Kind.class);
            Optional.ofNullable(weights)
                    .orElse(Map.of())
                    .forEach((code, value) ->
                            kind("weights." + code, code, violations).ifPresent(kind -> sliders.put(kind, value)));
            List<Preference> read = new ArrayList<>();
            for (Statement statement : Optional.ofNullable(preferences).orElse(List.of())) {
                read(statement, violations).ifPresent(read::add);
            }
            Map<Long, String> wanted = new LinkedHashMap<>();
            Optional.ofNullable(wantedAnswers).orElse(Map.of()).forEach((question, value) -> {
                boolean isId = question.matches("\\d{1,15}");
                violations.require(isId, "wanted_answers", "\"%s\" is no question's id.".formatted(question));
                if (isId) {
                    wanted.put(Long.valueOf(question), value);
                }
            });
            violations.throwIfAny();
            return new MatchProfiles.Draft(sliders, read, wanted);
        }

        private static Optional<Preference> read(Statement statement, Violations violations) {
            Optional<Criterion.Kind> more = kind("preferences", statement.more(), violations);
            Optional<Criterion.Kind> less = kind("preferences", statement.less(), violations);
            String written = Optional.ofNullable(statement.strength()).orElse(Preference.Strength.CLEARLY.code());
            Optional<Preference.Strength> strength = Preference.Strength.ofCode(written);
            violations.require(
                    strength.isPresent(),
                    "preferences",
                    "\"%s\" is no strength; slightly, clearly and much are.".formatted(written));
            return more.flatMap(
                    first -> less.flatMap(second -> strength.map(how -> new Preference(first, second, how))));
        }

        private static Optional<Criterion.Kind> kind(String field, @Nullable String code, Violations violations) {
            Optional<Criterion.Kind> kind = Optional.ofNullable(code).flatMap(Criterion.Kind::ofCode);
            violations.require(
                    kind.isPresent(),
                    field,
                    "\"%s\" is no criterion; these are: %s."
                            .formatted(
                                    code,
                                    Arrays.stream(Criterion.Kind.values())
                                            .map(Criterion.Kind::code)
                                            .collect(Collectors.joining(", "))));
            return kind;
        }
    }
}
