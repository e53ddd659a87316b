package com.crewyard.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.candidates.Attachment;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Duplicate;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.jobs.EmploymentType;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.jobs.TeamMember;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.Phrase;
import com.crewyard.recruiting.matching.Preference;
import com.crewyard.recruiting.parsing.ResumeSection;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.Board;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.Standing;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern LITERAL_WORDS = Pattern.compile(
            ">\\s*([A-Z][a-z]+[^<>$@{}]*)</|(?:title|aria-label|placeholder|hint)\\s*=\\s*\"([A-Z][a-z][^\"$]*)\"");
    private static final Pattern LITERAL_KEY = Pattern.compile("page\\.text\\(\"([a-z0-9_.-]+[a-z0-9])\"[,)]");

    @ParameterizedTest
    @ValueSource(strings = {"/text/candidates", "/text/workplace", "/text/records", "/com/crewyard/web/text"})
    void speaksGermanWhereverItSpeaksEnglish(String bundle) throws IOException {
        assertThat(keys(bundle + "_de.properties")).isEqualTo(keys(bundle + ".properties"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasATextForEveryKind(String key) throws IOException {
        Set<String> known = new TreeSet<>(keys("/text/candidates.properties"));
        known.addAll(keys("/text/workplace.properties"));
        known.addAll(keys("/text/records.properties"));
        assertThat(known).contains(key);
    }

    static List<String> kinds() {
        return Stream.of(
                        Arrays.stream(JobStatus.values()).map(status -> "status." + status.code()),
                        Arrays.stream(PostState.values()).map(state -> "post.state." + state.code()),
                        Arrays.stream(TeamMember.Part.values()).map(part -> "part." + part.code()),
                        Arrays.stream(Role.values()).map(role -> "role." + role.code()),
                        Arrays.stream(QuestionKind.values()).map(kind -> "question.kind." + kind.code()),
                        Arrays.stream(StageKind.values()).map(kind -> "stage.kind." + kind.code()),
                        Arrays.stream(RemoteOption.values()).map(option -> "remote." + option.code()),
                        Arrays.stream(EmploymentType.values()).map(type -> "type." + type.code()),
                        Arrays.stream(ApplicationState.values()).map(state -> "state." + state.code()),
                        Arrays.stream(Order.values()).map(order -> "search.order." + order.code()),
                        Arrays.stream(Facet.values()).map(facet -> "search.facet." + facet.code()),
                        Arrays.stream(Note.Code.values()).map(note -> "search.note." + note.code()),
                        Arrays.stream(Standing.values()).map(standing -> "search.pool." + standing.code()),
                        Arrays.stream(Kind.values()).map(kind -> "search.kind." + kind.code()),
                        Arrays.stream(Board.Order.values()).map(order -> "pipeline.order." + order.code()),
                        Arrays.stream(CandidateField.values()).map(field -> "record." + field.code()),
                        Arrays.stream(ProfileField.values()).map(field -> "profile." + field.code()),
                        Arrays.stream(Attachment.Kind.values()).map(kind -> "attachment." + kind.code()),
                        Arrays.stream(Duplicate.Reason.values()).map(reason -> "duplicate." + reason.code()),
                        Arrays.stream(Criterion.Kind.values()).map(kind -> "criterion." + kind.code()),
                        Arrays.stream(Evidence.Source.values()).map(source -> "evidence." + source.code()),
                        Arrays.stream(ResumeSection.Kind.values()).map(kind -> "section." + kind.code()),
                        Arrays.stream(MatchProfile.Scope.values()).map(scope -> "weights.profile." + scope.code()),
                        Arrays.stream(Preference.Strength.values())
                                .map(strength -> "weights.strength." + strength.code()))
                .flatMap(keys -> keys)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Phrase.Pattern.class)
    void saysOnPagesWhatTheApiSays(Phrase.Pattern pattern) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = reader("/text/records.properties")) {
            texts.load(reader);
        }
        assertThat(texts.getProperty("match.phrase." + pattern.code())).isEqualTo(pattern.english());
    }

    /** Words between tags and in what is read of attributes, in the templates of what is translated. */
    @Test
    void leavesNoWordsInTranslatedTemplates() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder :
                List.of("identity", "jobs", "careers", "pipeline", "candidates", "matching", "search", "vocabulary")) {
            try (Stream<Path> templates = Files.walk(Path.of("src/main/jte", folder))) {
                for (Path template : templates.filter(Files::isRegularFile).toList()) {
                    LITERAL_WORDS
                            .matcher(Files.readString(template))
                            .results()
                            .forEach(words -> found.add(template + ": " + words.group()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void hasEveryTextThatATemplateNames() throws IOException {
        Set<String> known = new TreeSet<>(keys("/com/crewyard/web/text.properties"));
        known.addAll(keys("/text/candidates.properties"));
        known.addAll(keys("/text/workplace.properties"));
        known.addAll(keys("/text/records.properties"));
        Set<String> named = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("target/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                LITERAL_KEY.matcher(Files.readString(template)).results().forEach(key -> named.add(key.group(1)));
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    private static Set<String> keys(String bundle) throws IOException {
        try (Reader reader = reader(bundle)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new TreeSet<>(texts.stringPropertyNames());
        }
    }

    private static Reader reader(String bundle) {
        return new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream(bundle)), StandardCharsets.UTF_8);
    }
}
