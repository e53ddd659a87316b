package com.crewyard.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.hosting.advice.Change;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final List<String> BUNDLES = List.of("/com/crewyard/web/text", "/text/console", "/text/advisor");
    private static final Pattern LITERAL_WORDS = Pattern.compile(
            ">\\s*([A-Z][a-z]+[^<>$@{}]*)</|(?:title|label|aria-label|placeholder|hint|text)\\s*=\\s*\"([A-Z][a-z][^\"$]*)\"");
    private static final Pattern LITERAL_KEY = Pattern.compile("page\\.text\\(\"([a-z0-9_.-]+[a-z0-9])\"[,)]");

    /** Names that are the same in every language. */
    private static final Set<String> NAMES = Set.of(">Deploy</", "aria-label=\"Crewyard Deploy\"");

    @ParameterizedTest
    @ValueSource(strings = {"/text/console", "/text/advisor"})
    void speaksGermanWhereverItSpeaksEnglish(String bundle) throws IOException {
        assertThat(keys(bundle + "_de.properties")).isEqualTo(keys(bundle + ".properties"));
    }

    @ParameterizedTest
    @EnumSource(RolloutState.class)
    void saysWhatARolloutDoesInTheWordsOfTheCommandLine(RolloutState state) throws IOException {
        assertThat(texts("/text/console.properties"))
                .containsEntry(
                        "activity." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'), state.activity());
    }

    @ParameterizedTest
    @EnumSource(Change.Pattern.class)
    void saysOnPagesWhatTheCommandSays(Change.Pattern pattern) throws IOException {
        assertThat(texts("/text/advisor.properties"))
                .containsEntry("advisor.change." + pattern.code(), pattern.english());
    }

    /** Words between tags and in what is read of attributes. */
    @Test
    void leavesNoWordsInTemplates() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path template : templates(Path.of("src/main/jte"))) {
            LITERAL_WORDS
                    .matcher(Files.readString(template))
                    .results()
                    .filter(words -> !NAMES.contains(words.group()))
                    .forEach(words -> found.add(template + ": " + words.group()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void hasEveryTextThatIsNamed() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : BUNDLES) {
            known.addAll(keys(bundle + ".properties"));
        }
        Set<String> named = new TreeSet<>();
        for (Path folder : List.of(Path.of("src/main/jte"), Path.of("src/main/java"))) {
            for (Path source : templates(folder)) {
                LITERAL_KEY.matcher(Files.readString(source)).results().forEach(key -> named.add(key.group(1)));
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    private static List<Path> templates(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> keys(String bundle) throws IOException {
        return new TreeSet<>(texts(bundle).stringPropertyNames());
    }

    private static Properties texts(String bundle) throws IOException {
        try (Reader reader =
                new InputStreamReader(Objects.requireNonNull(TextsTest.class.getResourceAsStream(bundle)), UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
