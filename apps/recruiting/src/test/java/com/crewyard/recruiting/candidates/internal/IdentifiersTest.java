package com.crewyard.recruiting.candidates.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @Test
    void comparesEmailsInLowerCase() {
        assertThat(Identifiers.email(" Ada.Example@Example.COM ")).hasValue("ada.example@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "ada@host", "ada@@example.com", "ada example@example.com"})
    void takesNoOtherTextForAnEmail(String text) {
        assertThat(Identifiers.email(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+1 (202) 555-0143, +12025550143",
        "0049 30 901820, +4930901820",
        "+44 20 7946 0018, +442079460018",
        "(202) 555-0143, 2025550143",
    })
    void bringsPhonesIntoOneForm(String text, String expected) {
        assertThat(Identifiers.phone(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ext. 12", "110", "12345678901234567890"})
    void takesNoOtherTextForAPhone(String text) {
        assertThat(Identifiers.phone(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.linkedin.com/in/Ada-Example/",
                "linkedin.com/in/ada-example?utm_source=share",
                "http://de.linkedin.com/in/ada-example#about",
                "https://linkedin.com/in/ada%2Dexample"
            })
    void knowsALinkedInProfileInEveryForm(String url) {
        assertThat(Identifiers.linkedin(url)).hasValue("in/ada-example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://linkedin.com/company/example", "https://example.com/in/ada", "ada-example"})
    void takesNoOtherAddressForAProfile(String url) {
        assertThat(Identifiers.linkedin(url)).isEmpty();
    }
}
