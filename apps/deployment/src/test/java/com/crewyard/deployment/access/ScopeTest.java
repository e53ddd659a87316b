package com.crewyard.deployment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "*, shop/production, true",
        "*, pipeline:release, true",
        "shop/production, shop/production, true",
        "shop/production, shop/production2, false",
        "shop/pr-*, shop/pr-17, true",
        "shop/pr-*, shop/production, false",
        "*/staging, shop/staging, true",
        "shop/*, shopping/production, false",
        "*/*, shop/production, true",
        "*/*, pipeline:release, false",
        "pipeline:*, pipeline:release, true",
        "pipeline:*, shop/production, false",
        "shop/v1.2, shop/v1x2, false"
    })
    void coversWhatItsPatternSays(String pattern, String subject, boolean covered) {
        assertThat(new Scope(pattern).covers(subject)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "**", "shop/", "/production", "shop/production/web", "shop/pro duction", ".*"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> new Scope(pattern))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("APP/ENV such as shop/production");
    }

    @Test
    void letsOnlyTheConsolesOwnTokenSpeakForOthers() {
        Caller token = new Caller(Caller.Kind.TOKEN, 7, "ci-shop", List.of());

        assertThat(Caller.console("api").actor("ada")).isEqualTo("ada");
        assertThat(Caller.console("api").actor("")).isEqualTo("api");
        assertThat(token.actor("ada")).isEqualTo("ci-shop");
    }
}
