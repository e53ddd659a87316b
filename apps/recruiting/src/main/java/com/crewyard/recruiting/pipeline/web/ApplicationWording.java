package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.candidates.FeedWording;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Words for what happens to applications. */
@Component
@Order(2)
class ApplicationWording implements FeedWording {

    private final Jobs jobs;
    private final Hiring hiring;

    ApplicationWording(Jobs jobs, Hiring hiring) {
        this.jobs = jobs;
        this.hiring = hiring;
    }

    @Override
    public Map<Long, String> of(List<Activity> entries) {
        List<JobId> ids = entries.stream()
                .flatMap(entry -> entry.job().stream())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<JobId, String> titles = jobs.all(ids).stream().collect(Collectors.toMap(Job::id, Job::title));
        Map<String, String> stages = hiring.stages(ids).stream()
                .collect(Collectors.toMap(stage -> key(stage.job(), stage.slug()), Stage::name));
        Map<Long, String> sentences = new HashMap<>();
        for (Activity entry : entries) {
            entry.job()
                    .flatMap(job -> sentence(entry, job, titles.getOrDefault(job, "a job"), stages))
                    .ifPresent(text -> sentences.put(entry.position(), text));
        }
        return sentences;
    }

    private static Optional<String> sentence(Activity entry, JobId job, String title, Map<String, String> stages) {
        return switch (entry.type()) {
            case "application.created" -> Optional.of("applied for %s (%s)".formatted(title, entry.text("source")));
            case "application.updated" -> Optional.of("applied for %s again".formatted(title));
            case "application.changed" -> Optional.of("changed the application for %s".formatted(title));
            case "application.deleted" -> Optional.of("deleted the application for %s".formatted(title));
            case "application.moved" ->
                Optional.of("moved the application for %s to %s"
                        .formatted(title, stages.getOrDefault(key(job, entry.text("to")), entry.text("to"))));
            case "application.move_undone" ->
                Optional.of("took back the last move of the application for %s".formatted(title));
            case "application.rejected" -> Optional.of("rejected the application for %s".formatted(title));
            case "application.reopened" -> Optional.of("applied for %s again after withdrawing".formatted(title));
            case "application.withdrawn" -> Optional.of("withdrew the application for %s".formatted(title));
            case "application.hired" -> Optional.of("marked as hired for %s".formatted(title));
            case "application.scored" ->
                Optional.of("scored the match with %s: %s".formatted(title, entry.text("score")));
            default -> Optional.empty();
        };
    }

    private static String key(JobId job, String slug) {
        return job + " " + slug;
    }
}
