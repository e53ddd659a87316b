package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.StageId;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.jobs.Hiring.StageDraft;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.StageKind;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

@Component
public class StageEditor {

    private static final int MOST_STAGES = 20;
    private static final int LONGEST_NAME = 60;

    private final StageStore stages;

    StageEditor(StageStore stages) {
        this.stages = stages;
    }

    public void replace(JobId job, List<StageDraft> drafts) {
        check(drafts);
        Map<StageId, Stage> present = stages.of(job).stream().collect(Collectors.toMap(Stage::id, Function.identity()));
        Set<StageId> kept =
                drafts.stream().flatMap(draft -> draft.id().stream()).collect(Collectors.toSet());
        present.values().stream().filter(stage -> !kept.contains(stage.id())).forEach(this::delete);
        Set<String> slugs = new HashSet<>();
        present.values().stream().filter(stage -> kept.contains(stage.id())).forEach(stage -> slugs.add(stage.slug()));
        for (int ordinal = 0; ordinal < drafts.size(); ordinal++) {
            write(job, ordinal, drafts.get(ordinal), present, slugs);
        }
    }

    private void write(JobId job, int ordinal, StageDraft draft, Map<StageId, Stage> present, Set<String> slugs) {
        String name = draft.name().strip();
        if (draft.id().isEmpty()) {
            stages.insert(job, ordinal, name, freeSlug(name, slugs), draft.kind());
            return;
        }
        StageId id = draft.id().get();
        Stage before = present.get(id);
        if (before == null) {
            throw CrewyardException.notFound("Stage", id);
        }
        stages.update(id, ordinal, name, before.slug(), draft.kind());
    }

    private void delete(Stage stage) {
        try {
            stages.delete(stage.id());
        } catch (DataIntegrityViolationException e) {
            throw CrewyardException.of(
                    Problem.INCONSISTENT,
                    "The stage %s still has applications; move them elsewhere first.".formatted(stage.name()));
        }
    }

    private static void check(List<StageDraft> drafts) {
        Violations violations = new Violations();
        violations.require(
                drafts.size() >= 2 && drafts.size() <= MOST_STAGES, "stages", "A pipeline has from 2 to 20 stages.");
        violations.require(
                !drafts.isEmpty() && drafts.getLast().kind() == StageKind.HIRED,
                "stages",
                "The last stage is the one that hires.");
        violations.require(
                drafts.stream().filter(draft -> draft.kind() == StageKind.HIRED).count() == 1,
                "stages",
                "Exactly one stage hires.");
        violations.require(
                drafts.stream()
                        .allMatch(draft ->
                                !draft.name().isBlank() && draft.name().strip().length() <= LONGEST_NAME),
                "stages",
                "A stage's name has 1 to 60 characters.");
        violations.require(
                drafts.stream()
                                .map(draft -> draft.name().strip().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == drafts.size(),
                "stages",
                "Two stages of a job cannot have the same name.");
        violations.throwIfAny();
    }

    private static String freeSlug(String name, Set<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String base = plain.isEmpty() ? "stage" : plain;
        String slug = base;
        for (int number = 2; !taken.add(slug) || isState(slug); number++) {
            slug = base + "_" + number;
        }
        return slug;
    }

    /** Words that the API takes for what became of an application, not for where it is. */
    private static boolean isState(String slug) {
        return slug.equals("rejected") || slug.equals("withdrawn") || slug.equals("active");
    }
}
