package com.crewyard.recruiting.candidates.api;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Duplicate;
import com.crewyard.recruiting.candidates.Merge;
import com.crewyard.recruiting.candidates.MergePreview;
import com.crewyard.recruiting.candidates.Merges;
import com.crewyard.recruiting.candidates.UndoResult;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Duplicates and merges. */
@RestController
@RequestMapping("/api/v1/candidates/{id}")
@ProcessRole.Only(ProcessRole.API)
class MergesController {

    private final Candidates candidates;
    private final Merges merges;

    MergesController(Candidates candidates, Merges merges) {
        this.candidates = candidates;
        this.merges = merges;
    }

    record DuplicateBody(CandidateBody candidate, List<String> reasons) {
        static DuplicateBody of(Duplicate duplicate) {
            return new DuplicateBody(
                    CandidateBody.of(duplicate.candidate()),
                    duplicate.reasons().stream()
                            .sorted()
                            .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    record ChoiceBody(
            String field, @Nullable String kept, @Nullable String merged, boolean takesMerged) {}

    record PreviewBody(CandidateBody kept, CandidateBody merged, List<ChoiceBody> fields, List<String> moves) {
        static PreviewBody of(MergePreview preview) {
            return new PreviewBody(
                    CandidateBody.of(preview.kept()),
                    CandidateBody.of(preview.merged()),
                    preview.choices().stream()
                            .map(choice -> new ChoiceBody(
                                    choice.field().code(),
                                    choice.kept().orElse(null),
                                    choice.merged().orElse(null),
                                    choice.takesMerged()))
                            .toList(),
                    preview.moves());
        }
    }

    record MergeBody(long id, long keptId, long mergedId, String mergedBy, Instant mergedAt) {
        static MergeBody of(Merge merge) {
            return new MergeBody(
                    merge.id(), merge.kept().value(), merge.merged().value(), merge.byName(), merge.at());
        }
    }

    /**
     * @param take codes of the fields in which the merged candidate's value wins
     */
    record MergeRequest(@Nullable Long mergedId, @Nullable List<String> take) {}

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/duplicates")
    List<DuplicateBody> duplicates(@PathVariable long id) {
        CandidateId candidate = candidates.required(Requested.candidate(id)).id();
        return merges.duplicatesOf(candidate).stream().map(DuplicateBody::of).toList();
    }

    @Requires(Permission.CANDIDATES_MERGE)
    @GetMapping("/merges/preview")
    PreviewBody preview(@PathVariable long id, @RequestParam("merged_id") long mergedId) {
        return PreviewBody.of(merges.preview(Requested.candidate(id), Requested.candidate(mergedId)));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/merges")
    List<MergeBody> merges(@PathVariable long id) {
        CandidateId candidate = candidates.required(Requested.candidate(id)).id();
        return merges.of(candidate).stream().map(MergeBody::of).toList();
    }

    @Requires(Permission.CANDIDATES_MERGE)
    @PostMapping("/merges")
    @ResponseStatus(HttpStatus.CREATED)
    MergeBody merge(@PathVariable long id, @RequestBody MergeRequest request, CurrentUser user) {
        Long merged = request.mergedId();
        if (merged == null) {
            throw CrewyardException.invalid("merged_id", "merged_id is missing.");
        }
        return MergeBody.of(
                merges.merge(user, Requested.candidate(id), Requested.candidate(merged), fields(request.take())));
    }

    @Requires(Permission.CANDIDATES_MERGE)
    @DeleteMapping("/merges/{merge}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable long id, @PathVariable long merge, CurrentUser user) {
        CandidateId candidate = candidates.required(Requested.candidate(id)).id();
        if (merges.of(candidate).stream().noneMatch(known -> known.id() == merge)) {
            throw CrewyardException.notFound("Merge", merge);
        }
        if (merges.undo(user, merge) instanceof UndoResult.LaterMergeFirst(Merge later)) {
            throw CrewyardException.of(
                    Problem.INCONSISTENT,
                    "%s was merged into this candidate later; undo merge %d first."
                            .formatted(later.mergedName(), later.id()));
        }
    }

    private static Set<CandidateField> fields(@Nullable List<String> codes) {
        Set<CandidateField> fields = EnumSet.noneOf(CandidateField.class);
        for (String code : codes == null ? List.<String>of() : codes) {
            fields.add(CandidateField.ofCode(code)
                    .orElseThrow(() ->
                            CrewyardException.invalid("take", "\"%s\" is no field of a candidate.".formatted(code))));
        }
        return fields;
    }
}
