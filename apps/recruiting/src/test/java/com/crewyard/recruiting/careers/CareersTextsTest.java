package com.crewyard.recruiting.careers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CareersTextsTest {

    private static final Pattern LITERAL_KEY = Pattern.compile("page\\.text\\(\"([a-z0-9_.-]+[a-z0-9])\"[,)]");

    @Test
    void speaksGermanWhereverCandidatesRead() throws IOException {
        assertThat(keys("/text/candidates_de.properties")).isEqualTo(keys("/text/candidates.properties"));
    }

    @Test
    void hasEveryTextThatATemplateNames() throws IOException {
        Set<String> known = new TreeSet<>(keys("/com/crewyard/web/text.properties"));
        known.addAll(keys("/text/candidates.properties"));
        known.addAll(keys("/text/workplace.properties"));
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
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(CareersTextsTest.class.getResourceAsStream(bundle)), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new TreeSet<>(texts.stringPropertyNames());
        }
    }
}
