package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.MatchProfiles;
import com.crewyard.recruiting.matching.Preference;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a match profile may say. */
public final class ProfileRules {

    private static final int MOST_PREFERENCES = 20;
    /** Every post gives a measure for one of these. */
    private static final Set<Criterion.Kind> ALWAYS_THERE =
            EnumSet.of(Criterion.Kind.TITLE, Criterion.Kind.MEANING, Criterion.Kind.TEXT);

    private ProfileRules() {}

    /** @param questions of the job, none for an organization's profile */
    public static Violations check(MatchProfiles.Draft draft, List<Question> questions) {
        Violations violations = new Violations();
        draft.sliders()
                .forEach((kind, value) -> violations.require(
                        value >= 0 && value <= MatchProfile.HIGHEST,
                        "weights." + kind.code(),
                        "The weight of %s is from 0 to %d; %d is not."
                                .formatted(kind.label(), MatchProfile.HIGHEST, value)));
        violations.require(
                ALWAYS_THERE.stream().anyMatch(kind -> draft.sliders().getOrDefault(kind, kind.standardWeight()) > 0),
                "weights.title",
                "Title, meaning and wording cannot all weigh 0: a post without listed skills would rank nobody.");
        preferences(draft.preferences(), violations);
        draft.wanted().forEach((id, value) -> wanted(id, value, questions, violations));
        return violations;
    }

    private static void preferences(List<Preference> preferences, Violations violations) {
        violations.require(
                preferences.size() <= MOST_PREFERENCES,
                "preferences",
                "At most %d statements are kept; %d are there.".formatted(MOST_PREFERENCES, preferences.size()));
        List<Preference> circle = PreferenceSolver.contradiction(preferences);
        if (!circle.isEmpty()) {
            String named = circle.stream()
                    .map(preference -> "%s over %s"
                            .formatted(
                                    preference.more().label(), preference.less().label()))
                    .collect(Collectors.joining("; "));
            violations.add(
                    "preferences",
                    circle.size() == 1
                            ? "Nothing can count more than itself: %s.".formatted(named)
                            : "These statements contradict each other: %s. Take one of them back.".formatted(named));
        }
    }

    private static void wanted(long id, String value, List<Question> questions, Violations violations) {
        String field = "wanted_answers." + id;
        Optional<Question> asked =
                questions.stream().filter(question -> question.id() == id).findFirst();
        if (asked.isEmpty()) {
            violations.add(field, "Question %d is not a question of this job.".formatted(id));
            return;
        }
        Question question = asked.get();
        boolean fits = switch (question.kind()) {
            case YES_NO -> Set.of("yes", "no").contains(value);
            case SINGLE_SELECT, MULTI_SELECT -> question.options().contains(value);
            case NUMBER -> value.matches("-?\\d{1,9}(?:\\.\\d{1,4})?");
            case SHORT_TEXT, LONG_TEXT, DATE, FILE -> false;
        };
        violations.require(
                fits,
                field,
                "\"%s\" is no answer to \"%s\"; %s.".formatted(value, question.label(), expected(question)));
    }

    private static String expected(Question question) {
        return switch (question.kind()) {
            case YES_NO -> "yes or no is";
            case SINGLE_SELECT, MULTI_SELECT -> "one of %s is".formatted(String.join(", ", question.options()));
            case NUMBER -> "the least number that fits is";
            case SHORT_TEXT, LONG_TEXT, DATE, FILE -> "questions of this kind are not weighed";
        };
    }

    /** Whether a wanted answer to such a question can be told. */
    public static boolean isWeighed(QuestionKind kind) {
        return kind == QuestionKind.YES_NO || kind.hasOptions() || kind == QuestionKind.NUMBER;
    }
}
