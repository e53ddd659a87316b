package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.candidates.ProfileValue.Text;
import com.crewyard.recruiting.files.Files;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class MergesTest extends ApplicationFixture {

    @Autowired
    Candidates candidates;

    @Autowired
    Merges merges;

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
    Files files;

    @Test
    void findsDuplicatesByEmailPhoneAndProfileAndHintsByNameAndEmployer() {
        CandidateId ada = add(
                "Ada Example",
                Map.of(
                        CandidateField.EMAIL, "ada@example.com",
                        CandidateField.PHONE, "+1 202 555 0143",
                        CandidateField.CURRENT_COMPANY, "Example Garage"));
        CandidateId byEmail = add(
                "A. Example", Map.of(CandidateField.EMAIL, "ADA@example.com", CandidateField.PHONE, "+12025550143"));
        CandidateId byName = add("ada example", Map.of(CandidateField.CURRENT_COMPANY, "example garage"));
        add("Ada Example", Map.of(CandidateField.CURRENT_COMPANY, "Another Garage"));
        List<Duplicate> found = in(() -> merges.duplicatesOf(ada));
        assertThat(found).extracting(duplicate -> duplicate.candidate().id()).containsExactly(byEmail, byName);
        assertThat(found.getFirst().reasons())
                .containsExactlyInAnyOrder(Duplicate.Reason.EMAIL, Duplicate.Reason.PHONE);
        assertThat(found.getLast().reasons()).containsExactly(Duplicate.Reason.NAME_AND_EMPLOYER);
    }

    @Test
    void showsWhatAMergeWouldDo() {
        CandidateId kept = add("Ada Example", Map.of(CandidateField.LOCATION, "Leeds"));
        CandidateId merged =
                add("A. Example", Map.of(CandidateField.LOCATION, "York", CandidateField.HEADLINE, "Mechanic"));
        in(() -> notes.add(currentUser(), merged, Optional.empty(), "A note"));
        MergePreview preview = in(() -> merges.preview(kept, merged));
        assertThat(preview.choices())
                .containsExactly(
                        choice(CandidateField.FULL_NAME, "Ada Example", "A. Example", false),
                        new MergePreview.Choice(
                                CandidateField.HEADLINE, Optional.empty(), Optional.of("Mechanic"), true),
                        choice(CandidateField.LOCATION, "Leeds", "York", false));
        assertThat(preview.moves()).contains("1 note");
    }

    @Test
    void movesEverythingAndKeepsTheChosenValues() {
        CandidateId kept =
                add("Ada Example", Map.of(CandidateField.LOCATION, "Leeds", CandidateField.PHONE, "5550143"));
        CandidateId merged = add(
                "A. Example",
                Map.of(
                        CandidateField.LOCATION, "York",
                        CandidateField.HEADLINE, "Mechanic",
                        CandidateField.EMAIL, "ada@example.com"));
        Note note = in(() -> notes.add(currentUser(), merged, Optional.empty(), "A note"));
        in(() -> merges.merge(currentUser(), kept, merged, Set.of(CandidateField.LOCATION)));
        Candidate one = in(() -> candidates.required(kept));
        assertThat(one.fullName()).isEqualTo("Ada Example");
        assertThat(one.location()).hasValue("York");
        assertThat(one.headline()).hasValue("Mechanic");
        assertThat(in(() -> notes.of(kept))).extracting(Note::id).containsExactly(note.id());
        assertThat(in(() -> candidates.find(merged))).isEmpty();
        assertThat(in(() -> candidates.mergedInto(merged))).hasValue(kept);
        assertThat(in(() -> candidates.recognize(actor(), Applicant.of("Ada", "ada@example.com"))))
                .isEqualTo(new Recognition.Known(kept, Identifier.Kind.EMAIL));
        assertThat(in(() -> merges.duplicatesOf(kept))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void undoingRestoresEveryRowExactly(long seed) {
        Random random = new Random(seed);
        CandidateId kept = addRandomly(random, "Ada");
        CandidateId merged = addRandomly(random, "Ada B.");
        Set<CandidateField> taken = EnumSet.noneOf(CandidateField.class);
        for (CandidateField field : CandidateField.values()) {
            if (random.nextBoolean()) {
                taken.add(field);
            }
        }
        Map<String, List<String>> before = snapshot();
        Merge merge = in(() -> merges.merge(currentUser(), kept, merged, taken));
        assertThat(snapshot()).isNotEqualTo(before);
        assertThat(in(() -> merges.undo(currentUser(), merge.id()))).isEqualTo(new UndoResult.Undone(merged));
        assertThat(snapshot()).isEqualTo(before);
        assertThat(in(() -> merges.of(kept))).isEmpty();
    }

    @Test
    void undoingKeepsWhatHappenedSince() {
        CandidateId kept = add("Ada Example", Map.of());
        CandidateId merged =
                add("A. Example", Map.of(CandidateField.HEADLINE, "Mechanic", CandidateField.LOCATION, "York"));
        Merge merge = in(() -> merges.merge(currentUser(), kept, merged, Set.of()));
        in(() -> candidates.change(
                actor(), kept, CandidateChanges.NONE.with(CandidateField.HEADLINE, "Master mechanic")));
        Note since = in(() -> notes.add(currentUser(), kept, Optional.empty(), "Since"));
        in(() -> merges.undo(currentUser(), merge.id()));
        Candidate one = in(() -> candidates.required(kept));
        assertThat(one.headline()).hasValue("Master mechanic");
        assertThat(one.location()).isEmpty();
        assertThat(in(() -> notes.of(kept))).extracting(Note::id).containsExactly(since.id());
        assertThat(in(() -> candidates.required(merged)).headline()).hasValue("Mechanic");
    }

    @Test
    void undoesTheLatestMergeFirst() {
        CandidateId kept = add("Ada Example", Map.of());
        CandidateId second = add("Ada B. Example", Map.of());
        CandidateId third = add("Ada C. Example", Map.of());
        Merge first = in(() -> merges.merge(currentUser(), kept, second, Set.of()));
        Merge latest = in(() -> merges.merge(currentUser(), kept, third, Set.of()));
        assertThat(in(() -> merges.undo(currentUser(), first.id()))).isEqualTo(new UndoResult.LaterMergeFirst(latest));
        assertThat(in(() -> merges.undo(currentUser(), latest.id()))).isEqualTo(new UndoResult.Undone(third));
        assertThat(in(() -> merges.undo(currentUser(), first.id()))).isEqualTo(new UndoResult.Undone(second));
    }

    @Test
    void aMergedCandidateIsFoundThroughLaterMergesAndDeletedWithTheKeptOne() {
        CandidateId first = add("Ada", Map.of());
        CandidateId second = add("Ada B.", Map.of());
        CandidateId third = add("Ada C.", Map.of());
        Merge inner = in(() -> merges.merge(currentUser(), second, first, Set.of()));
        in(() -> merges.merge(currentUser(), third, second, Set.of()));
        assertThat(in(() -> candidates.mergedInto(first))).hasValue(third);
        assertThatThrownBy(() -> in(() -> merges.undo(currentUser(), inner.id())))
                .hasMessageContaining("undo that merge first");
        in(() -> {
            candidates.delete(actor(), third);
            return third;
        });
        assertThat(inTransaction(() -> jdbc.sql("select count(*) from candidates.candidate")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void refusesToMergeWithItselfOrAStranger() {
        CandidateId ada = add("Ada Example", Map.of());
        assertThatThrownBy(() -> in(() -> merges.merge(currentUser(), ada, ada, Set.of())))
                .hasMessageContaining("into itself");
        user = newUser();
        CandidateId mine = add("Ada Example", Map.of());
        assertThatThrownBy(() -> in(() -> merges.merge(currentUser(), mine, ada, Set.of())))
                .hasMessageContaining("does not exist");
    }

    private CandidateId addRandomly(Random random, String name) {
        NewCandidate candidate = NewCandidate.named(name);
        for (CandidateField field : CandidateField.values()) {
            if (random.nextBoolean() && field != CandidateField.FULL_NAME) {
                candidate = candidate.with(field, valueOf(random, field));
            }
        }
        NewCandidate chosen = candidate;
        CandidateId id = in(() -> candidates.create(actor(), chosen)).id();
        for (int number = random.nextInt(3); number > 0; number--) {
            in(() -> notes.add(currentUser(), id, Optional.empty(), "Note of " + name));
            in(() -> tasks.add(
                    currentUser(),
                    id,
                    new Tasks.NewTask("Task", Optional.empty(), Optional.empty(), Optional.empty())));
            in(() -> attachments.add(actor(), id, Optional.empty(), Attachment.Kind.OTHER, "00", "file"));
        }
        for (String tag : List.of("one", "two", "three")) {
            if (random.nextBoolean()) {
                in(() -> {
                    tags.add(actor(), id, tag);
                    return tag;
                });
            }
        }
        if (random.nextBoolean()) {
            SampleResume sample = SampleResume.ada();
            in(() -> {
                ResumeId resume = resumes.addRead(
                        actor(),
                        id,
                        files.put("pdf".getBytes(StandardCharsets.UTF_8), "application/pdf")
                                .sha256(),
                        "resume.pdf");
                resumes.recordParsed(resume, sample.text(), sample.profile(), "test 1");
                return resume;
            });
        }
        if (random.nextBoolean()) {
            in(() -> profiles.correct(
                    currentUser(),
                    id,
                    random.nextBoolean() ? ProfileField.HEADLINE : ProfileField.LOCATION,
                    new Text("Corrected for " + name)));
        }
        return id;
    }

    private static String valueOf(Random random, CandidateField field) {
        int number = random.nextInt(3);
        return switch (field) {
            case EXPERIENCE_YEARS -> String.valueOf(number);
            case EMAIL -> "ada%d@example.com".formatted(number);
            case PHONE -> "+1202555014" + number;
            case LINKEDIN_URL -> "https://www.linkedin.com/in/ada" + number;
            default -> "https://ada%d.example".formatted(number);
        };
    }

    /** Every row of the organization, without what counts or dates changes. */
    private Map<String, List<String>> snapshot() {
        return inTransaction(() -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table :
                    List.of("candidate", "identifier", "note", "tag", "task", "attachment", "resume", "correction")) {
                rows.put(
                        table,
                        jdbc.sql("""
                                        select (to_jsonb(t) - 'version' - 'updated_at')::text as row
                                        from candidates.%s t order by 1""".formatted(table))
                                .query((row, _) -> row.getString(1))
                                .list());
            }
            return rows;
        });
    }

    private CandidateId add(String name, Map<CandidateField, String> values) {
        NewCandidate candidate = NewCandidate.named(name);
        for (Map.Entry<CandidateField, String> value : values.entrySet()) {
            candidate = candidate.with(value.getKey(), value.getValue());
        }
        NewCandidate chosen = candidate;
        return in(() -> candidates.create(actor(), chosen)).id();
    }

    private static MergePreview.Choice choice(CandidateField field, String kept, String merged, boolean takesMerged) {
        return new MergePreview.Choice(field, Optional.of(kept), Optional.of(merged), takesMerged);
    }
}
