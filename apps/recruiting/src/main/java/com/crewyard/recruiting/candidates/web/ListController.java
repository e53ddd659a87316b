package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.CandidatePage;
import com.crewyard.recruiting.candidates.CandidateQuery;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.NewCandidate;
import com.crewyard.recruiting.candidates.Tags;
import com.crewyard.recruiting.candidates.Tasks;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Form;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of candidates, and a new one. */
@Controller
@RequestMapping("/candidates")
@ProcessRole.Only(ProcessRole.WEB)
class ListController {

    private static final int LAST_PAGE = 100_000;

    private final Candidates candidates;
    private final Tags tags;
    private final Tasks tasks;

    ListController(Candidates candidates, Tags tags, Tasks tasks) {
        this.candidates = candidates;
        this.tags = tags;
        this.tasks = tasks;
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        int shown = Math.clamp(number, 1, LAST_PAGE);
        CandidatePage page = candidates.page(new CandidateQuery(
                Optional.empty(), Optional.of(q), Optional.of(tag), (shown - 1) * ListView.LENGTH, ListView.LENGTH));
        List<CandidateId> ids = page.items().stream().map(Candidate::id).toList();
        return View.of(
                "candidates/list",
                new ListView(page, tags.of(ids), tasks.next(ids), tags.all(), q.strip(), tag.strip(), shown));
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @GetMapping("/new")
    View blank() {
        return View.of("candidates/new", Form.blank());
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping
    Reply create(HttpServletRequest request, CurrentUser user) {
        Form form = Form.ofParameters(request.getParameterMap());
        NewCandidate candidate = NewCandidate.named(form.value(CandidateField.FULL_NAME.code()));
        for (CandidateField field : CandidateField.values()) {
            String text = form.value(field.code()).strip();
            if (field != CandidateField.FULL_NAME && !text.isEmpty()) {
                candidate = candidate.with(field, text);
            }
        }
        try {
            return Redirect.to(
                    "/candidates/" + candidates.create(user.actor(), candidate).id());
        } catch (CrewyardException e) {
            return View.of("candidates/new", form.refused(Tabs.reasons(e, CandidateField.FULL_NAME.code())))
                    .refused();
        }
    }
}
