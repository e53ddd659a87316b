package com.crewyard.recruiting.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ParsingSettingsTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        ParsingSettings bound = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("crewyard.parsing", ParsingSettings.class);
        assertThat(bound)
                .isEqualTo(ParsingSettings.DEFAULTS)
                .isEqualTo(new ParsingSettings(0, Duration.ofSeconds(20), 256, 200, Duration.ofSeconds(60), false));
    }

    @Test
    void refusesBoundsThatBoundNothing() {
        assertThatThrownBy(() -> new ParsingSettings(0, Duration.ZERO, 256, 200, Duration.ofSeconds(60), false))
                .hasMessage("Time limit of a file (PT0S) is not positive");
        assertThatThrownBy(() -> new ParsingSettings(0, Duration.ofSeconds(1), 16, 200, Duration.ofSeconds(60), false))
                .hasMessage("Memory of a parser process (16 MiB) is below 64 MiB");
    }
}
