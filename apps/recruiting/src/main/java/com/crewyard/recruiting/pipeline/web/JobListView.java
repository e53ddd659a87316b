package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Openings;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.web.Page;
import com.crewyard.web.Tab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * @param status code of the one shown, or "all"
 * @param page from 1
 * @param counts active applications by stage
 */
public record JobListView(
        Jobs.Page found,
        String status,
        String words,
        int page,
        int pageSize,
        Map<JobId, Openings> openings,
        Map<JobId, Map<StageId, Long>> counts,
        List<Stage> stages) {

    public long active(Job job) {
        return counts.getOrDefault(job.id(), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public Openings openings(Job job) {
        return openings.getOrDefault(job.id(), new Openings(0, 0));
    }

    /** Its stages with somebody in them. */
    public List<Stage> busyStages(Job job) {
        return stages.stream()
                .filter(stage -> stage.job().equals(job.id()) && count(stage) > 0)
                .toList();
    }

    public long count(Stage stage) {
        return counts.getOrDefault(stage.job(), Map.of()).getOrDefault(stage.id(), 0L);
    }

    public List<Tab> tabs(Page page) {
        List<Tab> tabs = new ArrayList<>();
        for (JobStatus one : JobStatus.values()) {
            if (one != JobStatus.DRAFT) {
                tabs.add(Tab.of(one.code(), page.text("status." + one.code()), address(one.code(), 1)));
            }
        }
        tabs.add(1, Tab.of(JobStatus.DRAFT.code(), page.text("jobs.drafts"), address(JobStatus.DRAFT.code(), 1)));
        tabs.add(Tab.of("all", page.text("jobs.all"), address("all", 1)));
        return List.copyOf(tabs);
    }

    public String next() {
        return (long) page * pageSize < found.total() ? address(status, page + 1) : "";
    }

    public String previous() {
        return page > 1 ? address(status, page - 1) : "";
    }

    public static String tone(JobStatus status) {
        return switch (status) {
            case OPEN -> "good";
            case ON_HOLD -> "warn";
            case DRAFT, CLOSED, ARCHIVED -> "neutral";
        };
    }

    public static String icon(JobStatus status) {
        return switch (status) {
            case OPEN -> "circle";
            case ON_HOLD -> "pause";
            case DRAFT -> "draft";
            case CLOSED -> "check";
            case ARCHIVED -> "archive";
        };
    }

    private String address(String otherStatus, int number) {
        return "/jobs?status=" + otherStatus
                + (words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                + (number == 1 ? "" : "&page=" + number);
    }
}
