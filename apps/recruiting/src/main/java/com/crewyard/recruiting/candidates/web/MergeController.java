package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.candidates.CandidateFrames;
import com.crewyard.recruiting.candidates.Duplicate;
import com.crewyard.recruiting.candidates.Merge;
import com.crewyard.recruiting.candidates.Merges;
import com.crewyard.recruiting.candidates.UndoResult;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Page;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making one candidate of two, after a look at what that does. */
@Controller("candidateMergePages")
@RequestMapping("/candidates/{candidate:\\d+}")
@ProcessRole.Only(ProcessRole.WEB)
class MergeController {

    /** The value of a radio button that takes the other candidate's value. */
    private static final String MERGED = "merged";

    private final CandidateFrames frames;
    private final Merges merges;
    private final Pages pages;

    MergeController(CandidateFrames frames, Merges merges, Pages pages) {
        this.frames = frames;
        this.merges = merges;
        this.pages = pages;
    }

    @Requires(Permission.CANDIDATES_MERGE)
    @GetMapping("/merge")
    View preview(@PathVariable("candidate") CandidateId id, @RequestParam("with") CandidateId other) {
        CandidateFrame frame = frames.of(id);
        Set<Duplicate.Reason> reasons = frame.duplicates().stream()
                .filter(duplicate -> duplicate.candidate().id().equals(other))
                .findFirst()
                .map(Duplicate::reasons)
                .orElse(Set.of());
        return View.of("candidates/merge", new MergeView(frame, merges.preview(id, other), reasons));
    }

    @Requires(Permission.CANDIDATES_MERGE)
    @PostMapping("/merge")
    Reply merge(
            @PathVariable("candidate") CandidateId id,
            @RequestParam("with") CandidateId other,
            HttpServletRequest request,
            CurrentUser user) {
        Set<CandidateField> taken = EnumSet.noneOf(CandidateField.class);
        for (CandidateField field : CandidateField.values()) {
            if (MERGED.equals(request.getParameter(field.code()))) {
                taken.add(field);
            }
        }
        Merge merge = merges.merge(user, id, other, taken);
        return Redirect.to("/candidates/" + id)
                .saying(Flash.success(pages.page(request).text("person.said.merged", merge.mergedName())));
    }

    @Requires(Permission.CANDIDATES_MERGE)
    @PostMapping("/merges/{merge}/undo")
    Reply undo(
            @PathVariable("candidate") CandidateId id,
            @PathVariable long merge,
            HttpServletRequest request,
            CurrentUser user) {
        Page page = pages.page(request);
        Redirect back = Redirect.to("/candidates/" + id);
        return switch (merges.undo(user, merge)) {
            case UndoResult.Undone(CandidateId restored) ->
                back.saying(Flash.success(page.text("person.said.restored", restored.toString())));
            case UndoResult.LaterMergeFirst(Merge later) ->
                back.saying(Flash.warning(page.text("person.said.later", later.mergedName())));
        };
    }
}
