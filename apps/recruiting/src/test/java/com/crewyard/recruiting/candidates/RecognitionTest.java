package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.activity.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RecognitionTest extends ApplicationFixture {

    @Autowired
    Candidates candidates;

    @Test
    void knowsAPersonAgainByEmailInAnyCase() {
        Recognition first = recognize(Applicant.of("Ada Example", "ada@example.com"));
        Recognition second = recognize(Applicant.of("A. Example", "ADA@Example.com "));
        assertThat(first).isInstanceOf(Recognition.Added.class);
        assertThat(second).isEqualTo(new Recognition.Known(first.candidate(), Identifier.Kind.EMAIL));
        assertThat(in(() -> candidates.required(first.candidate())).fullName()).isEqualTo("Ada Example");
    }

    @Test
    void knowsAPersonAgainByLinkedInProfileUnderAnotherEmail() {
        Recognition first = recognize(applicant("Ada Example", "ada@example.com", "", "linkedin.com/in/ada"));
        Recognition second =
                recognize(applicant("Ada Example", "ada@work.example", "", "https://www.linkedin.com/in/ada/"));
        assertThat(second).isEqualTo(new Recognition.Known(first.candidate(), Identifier.Kind.LINKEDIN));
        assertThat(recognize(Applicant.of("Ada Example", "ada@work.example")).candidate())
                .as("the second email is remembered too")
                .isEqualTo(first.candidate());
    }

    @Test
    void knowsAPersonAgainByPhoneWhenTheNameAgrees() {
        Recognition first = recognize(applicant("Ada Example", "ada@example.com", "+1 202 555 0143", ""));
        Recognition second = recognize(applicant("Ada B. Exämple", "other@example.com", "+1 (202) 555-0143", ""));
        assertThat(second).isEqualTo(new Recognition.Known(first.candidate(), Identifier.Kind.PHONE));
    }

    @Test
    void keepsTwoPeopleApartWhoShareAPhone() {
        Recognition first = recognize(applicant("Ada Example", "ada@example.com", "+1 202 555 0143", ""));
        Recognition second = recognize(applicant("Bert Other", "bert@example.com", "+1 202 555 0143", ""));
        assertThat(second.candidate()).isNotEqualTo(first.candidate());
    }

    @Test
    void prefersTheEmailWhenIdentifiersPointToDifferentPeople() {
        Recognition byEmail = recognize(Applicant.of("Ada Example", "ada@example.com"));
        recognize(applicant("Ada Example", "second@example.com", "", "linkedin.com/in/ada"));
        Recognition both = recognize(applicant("Ada Example", "ada@example.com", "", "linkedin.com/in/ada"));
        assertThat(both).isEqualTo(new Recognition.Known(byEmail.candidate(), Identifier.Kind.EMAIL));
    }

    @Test
    void learnsWhatWasUnknownAndOverwritesNothing() {
        CandidateId id = recognize(applicant("Ada Example", "ada@example.com", "+1 202 555 0143", ""))
                .candidate();
        recognize(applicant("Ada Example", "ada@example.com", "+1 202 555 0199", "linkedin.com/in/ada"));
        Candidate candidate = in(() -> candidates.required(id));
        assertThat(candidate.phone()).hasValue("+1 202 555 0143");
        assertThat(candidate.linkedinUrl()).hasValue("linkedin.com/in/ada");
    }

    @Test
    void makesOneCandidateOfManyApplicationsAtOnce() throws Exception {
        Callable<CandidateId> apply =
                () -> recognize(applicant("Ada Example", "ada@example.com", "+1 202 555 0143", "linkedin.com/in/ada"))
                        .candidate();
        Callable<CandidateId> applyOtherwise =
                () -> recognize(applicant("Ada Example", "Ada@Example.com", "", "linkedin.com/in/ada"))
                        .candidate();
        Set<CandidateId> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CandidateId>> results = threads.invokeAll(IntStream.range(0, 24)
                    .mapToObj(number -> number % 2 == 0 ? apply : applyOtherwise)
                    .toList());
            for (Future<CandidateId> result : results) {
                ids.add(result.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(in(() -> candidates.page(CandidateQuery.all(0, 10))).total()).isEqualTo(1);
    }

    @Test
    void keepsOrganizationsApart() {
        Recognition first = recognize(Applicant.of("Ada Example", "ada@example.com"));
        user = newUser();
        assertThat(recognize(Applicant.of("Ada Example", "ada@example.com")))
                .isInstanceOf(Recognition.Added.class)
                .isNotEqualTo(first);
    }

    @Test
    void refusesAnEmailThatIsNone() {
        assertThatThrownBy(() -> recognize(Applicant.of("Ada Example", "ada at example")))
                .hasMessageContaining("\"ada at example\" is not an email address");
    }

    private Recognition recognize(Applicant applicant) {
        return in(() -> candidates.recognize(Actor.candidate(applicant.fullName()), applicant));
    }

    private static Applicant applicant(String name, String email, String phone, String linkedin) {
        return new Applicant(name, given(email), given(phone), given(linkedin));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
