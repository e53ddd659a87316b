package com.crewyard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeColorTest {

    private static final Pattern TOKENS = Pattern.compile(
            "--theme:light-dark\\((#\\w{6}),(#\\w{6})\\);--theme-on:light-dark\\((#\\w{6}),(#\\w{6})\\)");
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @ValueSource(strings = {"#1f4d7a", "#ffff00", "#000000", "#ffffff", "#ff0000", "#7fbf00", "#808080", "#00e5ff"})
    void keepsEveryColorReadable(String hex) {
        Matcher tokens = TOKENS.matcher(new ThemeColor(hex).styleSheet());
        assertThat(tokens.find()).isTrue();
        assertThat(contrast(tokens.group(1), "#f8f5ef")).isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(tokens.group(2), "#1c273b")).isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(tokens.group(1), tokens.group(3))).isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(tokens.group(2), tokens.group(4))).isGreaterThanOrEqualTo(READABLE);
    }

    @Test
    void leavesAReadableColorAsItIs() {
        assertThat(new ThemeColor("#1f4d7a").styleSheet()).contains("--theme:light-dark(#1f4d7a,");
    }

    @Test
    void takesNothingButAColor() {
        assertThatThrownBy(() -> new ThemeColor("red;}body{display:none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not of the form #1f4d7a");
    }

    private static double contrast(String one, String other) {
        return ThemeColor.contrast(ThemeColor.channels(one), ThemeColor.channels(other));
    }
}
