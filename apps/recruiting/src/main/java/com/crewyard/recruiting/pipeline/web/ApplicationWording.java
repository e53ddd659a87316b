package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.candidates.FeedWording;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.web.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Words for what happens to applications, of the texts {@code feed.TYPE}. */
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
    public Map<Long, String> of(List<Activity> entries, Words words) {
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
                    .flatMap(job -> sentence(entry, job, titles.getOrDefault(job, words.of("feed.job")), stages, words))
                    .ifPresent(text -> sentences.put(entry.position(), text));
        }
        return sentences;
    }

    private static Optional<String> sentence(
            Activity entry, JobId job, String title, Map<String, String> stages, Words words) {
        String key = "feed." + entry.type();
        return switch (entry.type()) {
            case "application.created" -> Optional.of(words.of(key, title, entry.text("source")));
            case "application.moved" ->
                Optional.of(words.of(key, title, stages.getOrDefault(key(job, entry.text("to")), entry.text("to"))));
            case "application.scored" -> Optional.of(words.of(key, title, entry.text("score")));
            case "application.updated",
                    "application.changed",
                    "application.deleted",
                    "application.move_undone",
                    "application.rejected",
                    "application.reopened",
                    "application.withdrawn",
                    "application.hired" -> Optional.of(words.of(key, title));
            default -> Optional.empty();
        };
    }

    private static String key(JobId job, String slug) {
        return job + " " + slug;
    }
}
