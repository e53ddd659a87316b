package com.crewyard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebBudgetTest {

    private final Assets assets = Assets.load(WebBudgetTest.class.getClassLoader());

    @Test
    void keepsStyleSheetsSmall() {
        assertThat(asset("app.css").content()).hasSizeLessThan(45_000);
        assertThat(asset("careers.css").content()).hasSizeLessThan(20_000);
    }

    @Test
    void sendsACareersPageItsStyleFontAndScriptInLessThanFiftyKilobytes() {
        int bytes = asset("careers.css").compressed().length
                + asset("sans-latin.woff2").content().length
                + asset("careers.js").compressed().length
                + asset("theme.js").compressed().length
                + asset("forms.js").compressed().length
                + asset("icons.svg").compressed().length;
        assertThat(bytes).isLessThan(50_000);
    }

    @Test
    void namesFilesAfterTheirContentWhereverTheyAreNamed() {
        String style = new String(asset("app.css").content(), StandardCharsets.UTF_8);
        assertThat(assets.url("app.css")).matches("/assets/app-[0-9a-f]{10}\\.css");
        assertThat(style)
                .contains("url(\"" + asset("sans-latin.woff2").name() + "\")")
                .doesNotContain("@import");
        assertThat(new String(asset("app.js").content(), StandardCharsets.UTF_8))
                .contains("import \"./" + asset("live.js").name() + "\"");
    }

    private Asset asset(String plainName) {
        return assets.find(assets.url(plainName).substring(Assets.PATH.length()))
                .orElseThrow();
    }
}
