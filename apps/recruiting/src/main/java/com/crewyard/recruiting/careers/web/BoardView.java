package com.crewyard.recruiting.careers.web;

import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobBoard;
import com.crewyard.web.CareersSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of published jobs.
 *
 * @param about HTML
 * @param card path of the picture that goes with a link to it
 * @param page from 1
 */
public record BoardView(
        CareersSite site,
        String slug,
        String about,
        String card,
        JobBoard.Query query,
        JobBoard.Results results,
        int page,
        int pageSize) {

    public String path(Job job) {
        return Careers.jobPath(slug, job.id().value(), job.title());
    }

    public boolean narrowed() {
        return !query.equals(JobBoard.Query.EVERYTHING);
    }

    public List<JobBoard.FacetValue> facet(String name) {
        return results.facets().getOrDefault(name, List.of());
    }

    /** A facet that cannot narrow is not shown. */
    public boolean offers(String name) {
        return facet(name).size() > 1 || !chosen(name).isEmpty();
    }

    public String chosen(String name) {
        Optional<String> choice = switch (name) {
            case "department" -> query.department();
            case "location" -> query.location();
            case "remote" -> query.remote();
            case "type" -> query.type();
            default -> Optional.empty();
        };
        return choice.orElse("");
    }

    public String next() {
        return (long) page * pageSize < results.total() ? address(page + 1) : "";
    }

    public String previous() {
        return page > 1 ? address(page - 1) : "";
    }

    private String address(int number) {
        StringBuilder address = new StringBuilder(site.path()).append('?');
        Map.of(
                        "q", query.words().orElse(""),
                        "department", chosen("department"),
                        "location", chosen("location"),
                        "remote", chosen("remote"),
                        "type", chosen("type"))
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        address.append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                                .append('&');
                    }
                });
        return address.append("page=").append(number).toString();
    }
}
