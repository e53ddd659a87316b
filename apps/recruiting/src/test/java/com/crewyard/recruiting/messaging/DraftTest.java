package com.crewyard.recruiting.messaging;

import static com.crewyard.recruiting.messaging.MergeField.CANDIDATE_NAME;
import static com.crewyard.recruiting.messaging.MergeField.JOB_TITLE;
import static com.crewyard.recruiting.messaging.MergeField.STATUS_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.messaging.Draft.Filled;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void putsValuesInPlaceOfFieldsHoweverTheyAreSpaced() {
        Draft draft = new Draft("About {{ job_title }}", "Dear {{candidate_name}},\n{{job_title }} at $5 an hour");
        assertThat(draft.fill(Map.of(JOB_TITLE, "Baker", CANDIDATE_NAME, "Ana $1 \\ Diaz")))
                .isEqualTo(new Filled.Complete(new Draft("About Baker", "Dear Ana $1 \\ Diaz,\nBaker at $5 an hour")));
    }

    @Test
    void refusesAFieldNobodyKnows() {
        assertThat(new Draft("Hello", "Dear {{candidate_nmae}}").fill(Map.of()))
                .extracting(filled -> ((Filled.Incomplete) filled).problems(), LIST)
                .singleElement()
                .asString()
                .startsWith("{{candidate_nmae}} is not a field; the fields are {{candidate_name}}");
    }

    @Test
    void refusesAFieldWithoutAValue() {
        assertThat(new Draft("Hello", "{{status_link}}").fill(Map.of(STATUS_LINK, " ")))
                .isEqualTo(new Filled.Incomplete(java.util.List.of("{{status_link}} has no value in this message")));
    }

    @Test
    void refusesBracesThatAreNotClosed() {
        assertThat(new Draft("Hello", "Dear {{candidate_name").fill(Map.of(CANDIDATE_NAME, "Ana")))
                .isInstanceOf(Filled.Incomplete.class);
    }

    @Test
    void neverTakesAValueForAField() {
        Draft draft = new Draft("Hello", "Dear {{candidate_name}}: {{status_link}}");
        assertThat(draft.fill(Map.of(CANDIDATE_NAME, "{{status_link}}", STATUS_LINK, "https://secret")))
                .isEqualTo(new Filled.Complete(new Draft("Hello", "Dear status_link: https://secret")));
    }

    @Test
    void keepsASubjectOnOneLineWhateverAValueHolds() {
        assertThat(new Draft("For {{candidate_name}}", "x").fill(Map.of(CANDIDATE_NAME, "Ana\r\nBcc: all@example.com")))
                .isEqualTo(new Filled.Complete(new Draft("For Ana Bcc: all@example.com", "x")));
    }

    @Test
    void leavesPrivateFieldsForTheMomentOfSending() {
        Draft draft = new Draft("Hello", "{{candidate_name}}: {{status_link}}");
        assertThat(draft.fillExceptPrivate(Map.of(CANDIDATE_NAME, "Ana", STATUS_LINK, "https://secret")))
                .isEqualTo(new Filled.Complete(new Draft("Hello", "Ana: {{status_link}}")));
    }

    @Test
    void keepsPrivateFieldsOutOfASubject() {
        Violations violations = new Violations();
        new Draft("{{status_link}}", "Hello").check(violations);
        assertThat(violations.of("subject"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("private link"));
    }
}
