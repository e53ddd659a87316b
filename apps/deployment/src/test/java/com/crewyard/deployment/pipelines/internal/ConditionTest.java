package com.crewyard.deployment.pipelines.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final Map<String, String> VALUES = Map.of(
            "parameters.environment", "production",
            "parameters.count", "10",
            "parameters.fast", "true",
            "stages.test.state", "passed",
            "trigger.branch", "main");

    private record Given(boolean good, boolean bad) implements Scope {

        @Override
        public String value(String path) {
            return VALUES.getOrDefault(path, "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "parameters.environment == 'production' § true",
                "parameters.environment != \"production\" § false",
                "parameters.count > 9 && parameters.count < 10.5 § true",
                "parameters.count == 10.0 § true",
                "parameters.fast § true",
                "!parameters.fast § false",
                "trigger.branch in ['main', 'release'] § true",
                "trigger.branch in ['next'] || stages.test.state == 'passed' § true",
                "false || true && false § false",
                "(false || true) && !false § true",
                "parameters.missing § false",
                "failed() § false",
                "always() § true"
            })
    void comesToWhatItSays(String condition, boolean expected) {
        assertThat(Condition.holds(Condition.parse(condition), new Given(true, false)))
                .isEqualTo(expected);
    }

    @Test
    void holdsOnlyWhenEverythingNeededIsGoodUnlessItSaysWhen() {
        Scope failed = new Given(false, true);

        assertThat(Condition.holds(Condition.parse("parameters.fast"), failed)).isFalse();
        assertThat(Condition.holds(Condition.parse("failed()"), failed)).isTrue();
        assertThat(Condition.holds(Condition.parse("always() && parameters.fast"), failed))
                .isTrue();
        assertThat(Condition.holds(Condition.parse("!passed()"), failed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "a == § its end at its character 5, where a value belongs",
                "a b § \"b\" at its character 3, where nothing more belongs",
                "(a § its end at its character 3, where \")\" belongs",
                "a ? b § is not understood at its character 3",
                "passed § its end at its character 7, where \"(\" belongs",
                "x in [] § \"]\" at its character 7, where a value belongs"
            })
    void refusesWhatItDoesNotUnderstandAndNamesThePlace(String condition, String reason) {
        assertThatThrownBy(() -> Condition.parse(condition)).hasMessageContaining(reason);
    }

    @Test
    void comesToNoAnswerOnWhatCannotBeCompared() {
        assertThatThrownBy(() -> Condition.holds(Condition.parse("parameters.environment > 3"), new Given(true, false)))
                .hasMessage("\"production\" is no number");
        assertThatThrownBy(() -> Condition.holds(Condition.parse("trigger.branch"), new Given(true, false)))
                .hasMessage("\"main\" is neither true nor false");
    }

    @Test
    void fillsTemplatesAndLeavesTheRestAlone() {
        Scope scope = new Given(true, false);

        assertThat(Template.fill("to ${parameters.environment} from ${ trigger.branch }, $${x} $y {z}", scope))
                .isEqualTo("to production from main, ${x} $y {z}");
        assertThat(Template.paths("${a.b} $${c.d}")).containsExactly("a.b");
    }
}
