package com.crewyard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private final Texts texts = new Texts(List.of(Locale.GERMAN), List.of("com/crewyard/web/text"));

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "jobs", ""})
    void redirectsOnlyWithinThisSite(String path) {
        assertThatThrownBy(() -> Redirect.to(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void carriesAFlashThroughACookie() {
        Flash flash = Flash.success("Ingrid Østergård moved to “Offer”; next: 3 €");
        assertThat(Flash.decode(flash.encoded())).contains(flash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "U1VDQ0VTUw", "WFhYCnRleHQ"})
    void ignoresAFlashThatWeDidNotWrite(String cookie) {
        assertThat(Flash.decode(cookie)).isEmpty();
    }

    @Test
    void answersInTheReadersLanguageAndRegion() {
        Words german = texts.negotiate("de-AT,en;q=0.5");
        assertThat(german.of("skip")).isEqualTo("Zum Inhalt springen");
        assertThat(german.locale()).isEqualTo(Locale.of("de", "AT"));
        assertThat(texts.negotiate("fr-FR,fr;q=0.9").of("skip")).isEqualTo("Skip to content");
        assertThat(texts.negotiate("not a header at all ;;").of("skip")).isEqualTo("Skip to content");
    }

    @Test
    void writesDatesAsTheReadersRegionDoes() {
        Times times = times("en-GB");
        assertThat(times.date(LocalDate.of(2026, 3, 9))).isEqualTo("9 Mar 2026");
        assertThat(times("en-US").date(LocalDate.of(2026, 3, 9))).isEqualTo("Mar 9, 2026");
    }

    @Test
    void saysHowLongAgoSomethingWas() {
        Times times = times("en-GB");
        assertThat(times.ago(Gallery.NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(times.ago(Gallery.NOW.minusSeconds(600))).isEqualTo("10 min ago");
        assertThat(times.ago(Instant.parse("2026-10-14T08:00:00Z"))).isEqualTo("yesterday");
        assertThat(times.ago(Instant.parse("2026-10-11T08:00:00Z"))).isEqualTo("4 days ago");
        assertThat(times.ago(Instant.parse("2026-09-01T08:00:00Z"))).isEqualTo("1 Sept 2026");
    }

    @Test
    void rendersMarkdownWithoutWhatCouldDoHarm() {
        assertThat(Markdown.html("**bold** <script>alert(1)</script><img src=x onerror=alert(1)>"))
                .contains("<strong>bold</strong>")
                .doesNotContain("script", "onerror", "img");
        assertThat(Markdown.html("[a](javascript:alert(1))")).doesNotContain("javascript");
        assertThat(Markdown.html("# Title")).isEqualToIgnoringNewLines("<h2>Title</h2>");
        assertThat(Markdown.summary("## We build\n\n- cranes that *move*", 20)).isEqualTo("We build - cranes…");
    }

    @Test
    void showsEveryComponentInBothThemes() {
        Gallery gallery = new Gallery();
        assertThat(gallery.render("gallery", "light"))
                .contains("data-theme=\"light\"", "aria-invalid=\"true\"")
                .doesNotContain("style=\"", "onclick");
        assertThat(gallery.render("gallery", "dark")).contains("data-theme=\"dark\"");
    }

    private Times times(String language) {
        return new Times(
                texts.negotiate(language), ZoneId.of("Europe/London"), Clock.fixed(Gallery.NOW, ZoneOffset.UTC));
    }
}
