package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CollaborationTest extends ApplicationFixture {

    @Autowired
    Candidates candidates;

    @Autowired
    Notes notes;

    @Autowired
    Tags tags;

    @Autowired
    Tasks tasks;

    @Autowired
    Attachments attachments;

    @Autowired
    Files files;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    private CandidateId ada;
    private CurrentUser colleague;

    @BeforeEach
    void addCandidateAndColleague() {
        ada = in(() -> candidates.create(actor(), NewCandidate.named("Ada Example")))
                .id();
        colleague = in(() -> people.accept(
                people.invite(
                                currentUser(),
                                "ivo%s@example.com".formatted(organization()),
                                "Ivo Müller",
                                Role.RECRUITER)
                        .token(),
                "Ivo Müller",
                "correct horse"));
    }

    @Test
    void aMentionedColleagueFindsTheNote() {
        Note note =
                in(() -> notes.add(currentUser(), ada, Optional.empty(), "Good call. @Ivo Müller, what do you think?"));
        in(() -> notes.add(currentUser(), ada, Optional.empty(), "Nothing for ivo@example.com here"));
        assertThat(note.mentions()).containsExactly(colleague.id());
        assertThat(in(() -> notes.mentioning(colleague.id(), Long.MAX_VALUE, 10)))
                .containsExactly(note);
        assertThat(in(() -> notes.mentioning(user.id(), Long.MAX_VALUE, 10))).isEmpty();
    }

    @Test
    void mentionsByMailboxAndInAnyCaseToo() {
        String mailbox = "ivo" + organization();
        assertThat(in(() -> notes.add(currentUser(), ada, Optional.empty(), "(@" + mailbox + ")"))
                        .mentions())
                .containsExactly(colleague.id());
        assertThat(in(() -> notes.add(currentUser(), ada, Optional.empty(), "@IVO MÜLLER"))
                        .mentions())
                .containsExactly(colleague.id());
        assertThat(in(() -> notes.add(currentUser(), ada, Optional.empty(), "@Ivo Müllerin"))
                        .mentions())
                .isEmpty();
    }

    @Test
    void theJournalNeverHoldsTheTextOfANote() {
        in(() -> notes.add(currentUser(), ada, Optional.empty(), "Salary wish 61,000"));
        List<Activity> entries = in(() -> journal.of(ada, Long.MAX_VALUE, 10));
        assertThat(entries.getFirst().type()).isEqualTo("note.added");
        assertThat(entries).asString().doesNotContain("61,000");
    }

    @Test
    void onlyTheAuthorDeletesANote() {
        Note note = in(() -> notes.add(currentUser(), ada, Optional.empty(), "A thought"));
        assertThatThrownBy(() -> in(() -> {
                    notes.delete(colleague, ada, note.id());
                    return note;
                }))
                .hasMessageContaining("Only Olive Owner");
        in(() -> {
            notes.delete(currentUser(), ada, note.id());
            return note;
        });
        assertThat(in(() -> notes.of(ada))).isEmpty();
    }

    @Test
    void aTagIsOneTagInAnyCase() {
        CandidateId bert = in(() -> candidates.create(actor(), NewCandidate.named("Bert Sample")))
                .id();
        tag(ada, "Night shift");
        tag(ada, "  night   SHIFT ");
        tag(bert, "NIGHT SHIFT");
        assertThat(in(() -> tags.of(List.of(ada, bert))))
                .containsEntry(ada, List.of("Night shift"))
                .containsEntry(bert, List.of("Night shift"));
        assertThat(in(tags::all)).containsExactly(new Tags.Use("Night shift", 2));
        assertThat(in(() -> candidates.page(CandidateQuery.all(0, 10).tagged("night shift")))
                        .total())
                .isEqualTo(2);
        in(() -> {
            tags.remove(actor(), ada, "night shift");
            return ada;
        });
        assertThat(in(() -> tags.of(ada))).isEmpty();
        assertThatThrownBy(() -> tag(ada, " ")).hasMessageContaining("1 to 60 characters");
    }

    @Test
    void searchesWordsInRecordSkillsAndTags() {
        in(() -> candidates.change(
                actor(), ada, CandidateChanges.NONE.with(CandidateField.CURRENT_TITLE, "Lead mechanic")));
        tag(ada, "Night shift");
        assertThat(found("mechanic night")).isEqualTo(1);
        assertThat(found("ada LEAD")).isEqualTo(1);
        assertThat(found("mechanic welding")).isZero();
    }

    @Test
    void openTasksComeByDueDateAndDoneOnesLast() {
        CandidateTask later = task("Call", Optional.of(LocalDate.of(2030, 2, 1)));
        CandidateTask sooner = task("Write", Optional.of(LocalDate.of(2030, 1, 1)));
        CandidateTask undated = task("Think", Optional.empty());
        in(() -> tasks.complete(currentUser(), ada, sooner.id()));
        assertThat(in(() -> tasks.of(ada)))
                .extracting(CandidateTask::id)
                .containsExactly(later.id(), undated.id(), sooner.id());
        assertThat(in(() -> tasks.assignedTo(colleague.id(), 10)))
                .extracting(CandidateTask::id)
                .containsExactly(later.id(), undated.id());
        assertThat(in(() -> tasks.next(List.of(ada)))).containsEntry(ada, later);
        in(() -> tasks.reopen(currentUser(), ada, sooner.id()));
        assertThat(in(() -> tasks.next(List.of(ada))).get(ada)).isEqualTo(sooner);
        assertThat(sooner.isOverdue(LocalDate.of(2030, 1, 2))).isTrue();
        assertThat(sooner.isOverdue(LocalDate.of(2030, 1, 1))).isFalse();
    }

    @Test
    void nobodyOfAnotherOrganizationGetsATask() {
        var stranger = newUser();
        assertThatThrownBy(() -> in(() -> tasks.add(
                        currentUser(),
                        ada,
                        new Tasks.NewTask("Call", Optional.empty(), Optional.of(stranger.id()), Optional.empty()))))
                .hasMessageContaining("Nobody here has the number " + stranger.id());
    }

    @Test
    void attachesStoredFilesUnderHarmlessNames() {
        Attachment attachment = in(() -> attachments.add(
                actor(),
                ada,
                Optional.empty(),
                Attachment.Kind.COVER_LETTER,
                files.put(new byte[] {1}, "application/pdf").sha256(),
                "C:\\letters\\dear\nall.pdf"));
        assertThat(attachment.fileName()).isEqualTo("dearall.pdf");
        assertThat(in(() -> attachments.of(ada))).containsExactly(attachment);
        in(() -> {
            attachments.remove(actor(), ada, attachment.id());
            return ada;
        });
        assertThat(in(() -> attachments.of(ada))).isEmpty();
    }

    private void tag(CandidateId candidate, String label) {
        in(() -> {
            tags.add(actor(), candidate, label);
            return label;
        });
    }

    private long found(String words) {
        return in(() -> candidates.page(CandidateQuery.all(0, 10).mentioning(words)))
                .total();
    }

    private CandidateTask task(String title, Optional<LocalDate> due) {
        return in(() -> tasks.add(
                currentUser(), ada, new Tasks.NewTask(title, due, Optional.of(colleague.id()), Optional.empty())));
    }
}
