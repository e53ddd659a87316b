package com.crewyard.deployment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    private static final Owners OWNERS = new Owners(
            Map.of("shop", "acme", "pipeline:release", "acme", "till", "globex", "pipeline:nightly", "globex"));

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
        "shop/v1.2, shop/v1x2, false",
        "@acme, shop/production, true",
        "@acme, pipeline:release, true",
        "@acme, till/production, false",
        "@acme, pipeline:nightly, false",
        "@acme, unowned/production, false",
        "@acme, shopping/production, false",
        "@acme, @acme, true",
        "@acme, @acme-labs, false",
        "@acme, *, false",
        "@acme/shop/pr-*, shop/pr-17, true",
        "@acme/shop/pr-*, shop/production, false",
        "@acme/*/production, shop/production, true",
        "@acme/*/production, till/production, false",
        "@acme/till/production, till/production, false",
        "@acme/pipeline:*, pipeline:release, true",
        "@acme/pipeline:*, shop/production, false",
        "@acme/*/*, @acme, false",
        "@acme/shop/*, @acme/shop/production, false",
        "*, @acme, true",
        "*/*, @acme, false",
        "*/*, *, false"
    })
    void coversWhatItsPatternSays(String pattern, String subject, boolean covered) {
        assertThat(new Scope(pattern).covers(subject, OWNERS)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "**",
                "shop/",
                "/production",
                "shop/production/web",
                "shop/pro duction",
                ".*",
                "@",
                "@Acme",
                "@acme/",
                "@acme/shop",
                "@acme/*",
                "@acme-/*/*",
                "@ac*",
                "@acme/@globex"
            })
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> new Scope(pattern))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("APP/ENV such as shop/production");
    }

    @ParameterizedTest
    @CsvSource({"*, *", "shop/production, *", "@acme, @acme", "@acme/shop/*, @acme", "@acme/pipeline:release, @acme"})
    void isGivenByWhoAdministersTheOrganizationOrElseEverything(String pattern, String overseen) {
        assertThat(new Scope(pattern).overseen()).isEqualTo(overseen);
    }

    @Test
    void letsOnlyTheConsolesOwnTokenSpeakForOthers() {
        Caller token = new Caller(Caller.Kind.TOKEN, 7, "ci-shop", List.of(), Owners.NONE);

        assertThat(Caller.console("api").actor("ada")).isEqualTo("ada");
        assertThat(Caller.console("api").actor("")).isEqualTo("api");
        assertThat(token.actor("ada")).isEqualTo("ci-shop");
    }
}
