package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.messaging.Templates;
import com.crewyard.recruiting.pipeline.Board;
import com.crewyard.recruiting.pipeline.Pipeline;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.View;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/jobs/{job}/board")
@ProcessRole.Only(ProcessRole.WEB)
class BoardController {

    private final Board board;
    private final Jobs jobs;
    private final Hiring hiring;
    private final Pipeline pipeline;
    private final Templates templates;
    private final Journal journal;

    BoardController(Board board, Jobs jobs, Hiring hiring, Pipeline pipeline, Templates templates, Journal journal) {
        this.board = board;
        this.jobs = jobs;
        this.hiring = hiring;
        this.pipeline = pipeline;
        this.templates = templates;
        this.journal = journal;
    }

    @Requires(Permission.JOBS_READ)
    @GetMapping
    View page(@PathVariable("job") JobId id, BoardFilter filter, CurrentUser user) {
        return View.of("pipeline/board", view(id, filter, user));
    }

    /** All columns again, when too much has changed to follow card by card. */
    @Requires(Permission.JOBS_READ)
    @GetMapping("/columns")
    View columns(@PathVariable("job") JobId id, BoardFilter filter, CurrentUser user) {
        return View.of("pipeline/columns", view(id, filter, user));
    }

    @Requires(Permission.JOBS_READ)
    @GetMapping("/columns/{stage}")
    View more(
            @PathVariable("job") JobId id,
            @PathVariable("stage") StageId stageId,
            @RequestParam ApplicationId last,
            BoardFilter filter,
            CurrentUser user) {
        Stage stage = hiring.stage(stageId)
                .filter(found -> found.job().equals(id))
                .orElseThrow(() -> CrewyardException.notFound("Stage", stageId));
        List<Board.Card> cards = board.following(id, stageId, filter.read(), last);
        return View.of("pipeline/more", new Board.Column(stage, 0, cards, cards.size() == Board.WINDOW))
                .with("job", id)
                .with("query", filter.query())
                .with("mayMove", user.may(Permission.APPLICATIONS_MOVE));
    }

    /** One card as it is now, with all counts; without a card when the filter hides it. */
    @Requires(Permission.JOBS_READ)
    @GetMapping("/cards/{application}")
    View card(
            @PathVariable("job") JobId id,
            @PathVariable("application") ApplicationId application,
            BoardFilter filter,
            CurrentUser user) {
        return View.of("pipeline/fresh", board.counts(id, filter.read()))
                .with(
                        "cards",
                        board.card(id, application, filter.read()).stream().toList())
                .with("mayMove", user.may(Permission.APPLICATIONS_MOVE));
    }

    private BoardView view(JobId id, BoardFilter filter, CurrentUser user) {
        long position = journal.position();
        Job job = jobs.get(id);
        boolean mayMove = user.may(Permission.APPLICATIONS_MOVE);
        return new BoardView(
                job,
                hiring.openings(id),
                board.columns(id, filter.read()),
                filter.read(),
                filter.query(),
                board.sources(id),
                mayMove ? pipeline.rejectionReasons() : List.of(),
                mayMove ? templates.all() : List.of(),
                mayMove,
                position);
    }
}
