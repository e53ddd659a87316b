package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.candidates.CandidateFrames;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tab of a candidate's page that lists their applications. */
@Controller
@ProcessRole.Only(ProcessRole.WEB)
class CandidateApplicationsController {

    private static final int MOST = 100;

    private final CandidateFrames frames;
    private final Applications applications;
    private final Jobs jobs;
    private final Hiring hiring;

    CandidateApplicationsController(CandidateFrames frames, Applications applications, Jobs jobs, Hiring hiring) {
        this.frames = frames;
        this.applications = applications;
        this.jobs = jobs;
        this.hiring = hiring;
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/candidates/{candidate:\\d+}/applications")
    View list(@PathVariable("candidate") CandidateId id) {
        CandidateFrame frame = frames.of(id);
        List<Application> found =
                applications.page(Optional.empty(), Optional.of(id), 0, MOST).items();
        List<JobId> ids = found.stream().map(Application::job).toList();
        Map<JobId, String> titles = jobs.all(ids).stream().collect(Collectors.toMap(Job::id, Job::title));
        Map<StageId, String> stages = hiring.stages(ids).stream().collect(Collectors.toMap(Stage::id, Stage::name));
        List<CandidateApplicationsView.Entry> entries = found.stream()
                .map(application -> new CandidateApplicationsView.Entry(
                        application,
                        titles.getOrDefault(application.job(), "A job"),
                        stages.getOrDefault(application.stage(), application.stageSlug()),
                        applications.answers(application.id())))
                .toList();
        return View.of("pipeline/candidate", new CandidateApplicationsView(frame, entries));
    }
}
