package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.pipeline.Board;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Markdown;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The jobs of the organization with who is in their pipelines, and one of them at a glance. */
@Controller
@RequestMapping("/jobs")
@ProcessRole.Only(ProcessRole.WEB)
class JobListController {

    private static final int PAGE_SIZE = 50;

    private final Jobs jobs;
    private final Hiring hiring;
    private final Board board;
    private final Journal journal;
    private final Organizations organizations;

    JobListController(Jobs jobs, Hiring hiring, Board board, Journal journal, Organizations organizations) {
        this.jobs = jobs;
        this.hiring = hiring;
        this.board = board;
        this.journal = journal;
        this.organizations = organizations;
    }

    @GetMapping
    @Requires(Permission.JOBS_READ)
    Reply list(
            @RequestParam Optional<String> status,
            @RequestParam Optional<String> q,
            @RequestParam(defaultValue = "1") int page) {
        String wanted = status.orElse(JobStatus.OPEN.code());
        Optional<String> words = q.map(String::strip).filter(text -> !text.isEmpty());
        int number = Math.clamp(page, 1, 10_000);
        Jobs.Page found = jobs.page(JobStatus.ofCode(wanted), words, (number - 1) * PAGE_SIZE, PAGE_SIZE);
        List<JobId> ids = found.items().stream().map(Job::id).toList();
        return View.of(
                "jobs/list",
                new JobListView(
                        found,
                        wanted,
                        words.orElse(""),
                        number,
                        PAGE_SIZE,
                        hiring.openings(ids),
                        board.activeCounts(ids),
                        hiring.stages(ids)));
    }

    @GetMapping("/{id:\\d+}")
    @Requires(Permission.JOBS_READ)
    Reply overview(@PathVariable JobId id) {
        Job job = jobs.get(id);
        return View.of(
                "jobs/overview",
                new JobOverview(
                        job,
                        Markdown.html(job.draft().description().orElse("")),
                        hiring.stages(id),
                        board.counts(id, Board.Filter.NONE),
                        hiring.openings(id),
                        hiring.team(id),
                        hiring.questions(id).size(),
                        journal.of(id, Long.MAX_VALUE, JobOverview.RECENT),
                        "/careers/%s/jobs/%s".formatted(organizations.current().slug(), id)));
    }
}
