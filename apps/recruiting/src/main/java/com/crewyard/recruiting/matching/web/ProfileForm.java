package com.crewyard.recruiting.matching.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.MatchProfiles;
import com.crewyard.recruiting.matching.Preference;
import com.crewyard.recruiting.matching.internal.ProfileRules;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a match profile.
 *
 * @param action address that takes it
 * @param profile what holds now
 * @param questions of the job whose answers can be weighed
 */
public record ProfileForm(
        String action, MatchProfiles.Standing standing, List<Question> questions, Form form, boolean mayChange) {

    private static final int SPARE_ROWS = 2;

    /** A row of the statements. */
    public record Row(String more, String less, String strength) {}

    static ProfileForm of(String action, MatchProfiles.Standing standing, List<Question> questions, boolean mayChange) {
        MatchProfile profile = standing.profile();
        Form form = Form.blank().with("version", String.valueOf(standing.latest()));
        for (Criterion.Kind kind : Criterion.Kind.values()) {
            form = form.with(slider(kind), String.valueOf(profile.slider(kind)));
        }
        form = form.with("more", codes(profile, preference -> preference.more().code()))
                .with("less", codes(profile, preference -> preference.less().code()))
                .with(
                        "strength",
                        codes(profile, preference -> preference.strength().code()));
        for (Map.Entry<Long, String> wanted : profile.wanted().entrySet()) {
            form = form.with(wanted(wanted.getKey()), wanted.getValue());
        }
        return new ProfileForm(action, standing, weighed(questions), form, mayChange);
    }

    static List<Question> weighed(List<Question> questions) {
        return questions.stream()
                .filter(question -> ProfileRules.isWeighed(question.kind()))
                .toList();
    }

    private static List<String> codes(MatchProfile profile, java.util.function.Function<Preference, String> code) {
        return profile.preferences().stream().map(code).toList();
    }

    public static String slider(Criterion.Kind kind) {
        return "weights." + kind.code();
    }

    public static String wanted(long question) {
        return "wanted_answers." + question;
    }

    /** Those that there are, and some to add. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<String> more = form.all("more");
        for (int i = 0; i < more.size(); i++) {
            if (!more.get(i).isEmpty()) {
                rows.add(new Row(more.get(i), at(form.all("less"), i), at(form.all("strength"), i)));
            }
        }
        for (int i = 0; i < SPARE_ROWS; i++) {
            rows.add(new Row("", "", Preference.Strength.CLEARLY.code()));
        }
        return rows;
    }

    public static List<Choice> kinds(Page page) {
        return Arrays.stream(Criterion.Kind.values())
                .map(kind -> Choice.of(kind.code(), page.text("criterion." + kind.code())))
                .toList();
    }

    public static List<Choice> strengths(Page page) {
        return Arrays.stream(Preference.Strength.values())
                .map(strength -> Choice.of(strength.code(), page.text("weights.strength." + strength.code())))
                .toList();
    }

    /** What can be wanted of a question that has a choice. */
    public static List<Choice> answers(Page page, Question question) {
        return question.kind().hasOptions()
                ? question.options().stream()
                        .map(option -> Choice.of(option, option))
                        .toList()
                : List.of(Choice.of("yes", page.text("apply.yes")), Choice.of("no", page.text("apply.no")));
    }

    ProfileForm refused(Form sent, CrewyardException e) {
        return new ProfileForm(action, standing, questions, sent.refused(e.errors()), mayChange);
    }

    static int version(Form form) {
        String written = form.value("version");
        return written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
    }

    /** @throws CrewyardException when a slider is no number, or a statement lacks a side */
    static MatchProfiles.Draft draft(Form form) {
        Map<Criterion.Kind, Integer> sliders = new EnumMap<>(Criterion.Kind.class);
        for (Criterion.Kind kind : Criterion.Kind.values()) {
            String written = form.value(slider(kind)).strip();
            if (!written.isEmpty()) {
                if (!written.matches("\\d{1,4}")) {
                    throw CrewyardException.invalid(
                            slider(kind), "\"%s\" is no weight from 0 to 100.".formatted(written));
                }
                sliders.put(kind, Integer.valueOf(written));
            }
        }
        Map<Long, String> wanted = new LinkedHashMap<>();
        form.values().forEach((name, values) -> {
            String value = values.isEmpty() ? "" : values.getFirst().strip();
            if (name.matches("wanted_answers\\.\\d{1,15}") && !value.isEmpty()) {
                wanted.put(Long.valueOf(name.substring(name.indexOf('.') + 1)), value);
            }
        });
        return new MatchProfiles.Draft(sliders, preferences(form), wanted);
    }

    private static List<Preference> preferences(Form form) {
        List<Preference> preferences = new ArrayList<>();
        List<String> more = form.all("more");
        for (int i = 0; i < more.size(); i++) {
            Optional<Criterion.Kind> first = Criterion.Kind.ofCode(more.get(i));
            Optional<Criterion.Kind> second = Criterion.Kind.ofCode(at(form.all("less"), i));
            if (first.isPresent() != second.isPresent()) {
                throw CrewyardException.invalid(
                        "preferences", "A statement needs both sides: what counts more, and than what.");
            }
            if (first.isPresent() && second.isPresent()) {
                preferences.add(new Preference(
                        first.get(),
                        second.get(),
                        Preference.Strength.ofCode(at(form.all("strength"), i)).orElse(Preference.Strength.CLEARLY)));
            }
        }
        return preferences;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }
}
