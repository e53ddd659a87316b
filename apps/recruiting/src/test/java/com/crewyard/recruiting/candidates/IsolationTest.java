package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.CandidateId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.files.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the database itself shows, whatever a statement forgets to say. */
class IsolationTest extends ApplicationFixture {

    private static final List<String> TABLES = List.of(
            "files.file",
            "candidates.candidate",
            "candidates.identifier",
            "candidates.resume",
            "candidates.correction",
            "candidates.note",
            "candidates.tag",
            "candidates.task",
            "candidates.attachment",
            "candidates.merge");

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
    Resumes resumes;

    @Autowired
    Profiles profiles;

    @Autowired
    Merges merges;

    @Autowired
    Files files;

    @Test
    void anotherOrganizationSeesAndChangesNoRowOfAnyTable() {
        fillEveryTable();
        TABLES.forEach(
                table -> assertThat(inTransaction(() -> count(table))).as(table).isPositive());
        var stranger = newUser();
        for (String table : TABLES) {
            long seen = Tenancy.in(stranger.organization(), () -> transactions.execute(_ -> count(table)));
            int deleted = Tenancy.in(
                    stranger.organization(),
                    () -> transactions.execute(
                            _ -> jdbc.sql("delete from " + table).update()));
            assertThat(seen).as(table).isZero();
            assertThat(deleted).as(table).isZero();
        }
        TABLES.forEach(
                table -> assertThat(inTransaction(() -> count(table))).as(table).isPositive());
        long seenByNobody = transactions.execute(_ -> count("candidates.candidate"));
        assertThat(seenByNobody).as("outside of any organization").isZero();
    }

    private void fillEveryTable() {
        CandidateId ada = in(() -> candidates.create(
                        actor(), NewCandidate.named("Ada").with(CandidateField.EMAIL, "ada@example.com")))
                .id();
        CandidateId other = in(() -> candidates.create(actor(), NewCandidate.named("Ada B.")))
                .id();
        in(() -> {
            String sha256 = files.put(new byte[] {1}, "text/plain").sha256();
            notes.add(currentUser(), ada, Optional.empty(), "Note");
            tags.add(actor(), ada, "tag");
            tasks.add(
                    currentUser(),
                    ada,
                    new Tasks.NewTask("Task", Optional.empty(), Optional.empty(), Optional.empty()));
            attachments.add(actor(), ada, Optional.empty(), Attachment.Kind.OTHER, sha256, "file");
            resumes.addRead(actor(), ada, sha256, "resume.txt");
            profiles.correct(currentUser(), ada, ProfileField.HEADLINE, new ProfileValue.Text("Mechanic"));
            return merges.merge(currentUser(), ada, other, Set.of());
        });
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
