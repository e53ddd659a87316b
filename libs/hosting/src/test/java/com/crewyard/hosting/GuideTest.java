package com.crewyard.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.advice.NeedsReader;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/hosting.md shows works. */
class GuideTest {

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");

    private final String guide = Files.readString(Path.of("../../docs/hosting.md"));

    GuideTest() throws IOException {}

    @Test
    void itsNeedsAndItsSpecAreRead() {
        List<String> examples =
                YAML.matcher(guide).results().map(found -> found.group(1)).toList();

        assertThat(examples).hasSize(2);
        assertThat(NeedsReader.read("needs.yaml", examples.getFirst()).findings())
                .isEmpty();
        assertThat(AppSpecReader.read("app.yaml", examples.getLast()).findings())
                .isEmpty();
    }

    @Test
    void everyTargetHasAnExampleOfItsOwn() throws IOException {
        for (String target : Generators.all().keySet()) {
            assertThat(Path.of("../../docs/targets/%s.md".formatted(target)))
                    .content()
                    .contains("```console\n", "$ ./crewyard generate %s --app app.yaml --env ".formatted(target));
        }
    }

    @Test
    void itHasARowForEveryTarget() {
        List<String> targets = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `\\./crewyard generate")
                .matcher(guide)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(targets).containsExactlyInAnyOrderElementsOf(Generators.all().keySet());
    }
}
