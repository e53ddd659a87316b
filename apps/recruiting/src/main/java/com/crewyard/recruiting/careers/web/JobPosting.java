package com.crewyard.recruiting.careers.web;

import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.jobs.Salary;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job as search engines read it: schema.org/JobPosting as JSON-LD 1.1, with the properties that Google's job search
 * documents as required or recommended.
 */
final class JobPosting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JobPosting() {}

    /** @param description HTML */
    static String of(Job job, Organization organization, String description, String address) {
        Map<String, Object> posting = new LinkedHashMap<>();
        posting.put("@context", "https://schema.org/");
        posting.put("@type", "JobPosting");
        posting.put("title", job.title());
        posting.put("description", description.isEmpty() ? job.title() : description);
        posting.put("url", address);
        posting.put("directApply", true);
        posting.put(
                "identifier",
                Map.of(
                        "@type",
                        "PropertyValue",
                        "name",
                        organization.name(),
                        "value",
                        Long.toString(job.id().value())));
        posting.put(
                "datePosted",
                job.post()
                        .publishedAt()
                        .orElse(job.createdAt())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString());
        job.post().validThrough().ifPresent(day -> posting.put("validThrough", day + "T23:59:59Z"));
        job.employmentType().ifPresent(type -> posting.put("employmentType", type.name()));
        posting.put("hiringOrganization", employer(organization));
        if (!job.locations().isEmpty()) {
            posting.put(
                    "jobLocation",
                    job.locations().stream().map(JobPosting::place).toList());
        }
        if (job.remoteOption().filter(option -> option == RemoteOption.REMOTE).isPresent()) {
            posting.put("jobLocationType", "TELECOMMUTE");
        }
        if (job.draft().salary().isStated()) {
            posting.put("baseSalary", salary(job.draft().salary()));
        }
        List<String> skills = job.draft().requiredSkills();
        if (!skills.isEmpty()) {
            posting.put("skills", String.join(", ", skills));
        }
        // In a script element a "<" could end the element: HTML, section 4.12.1.3.
        return JSON.writeValueAsString(posting).replace("<", "\\u003c").replace("&", "\\u0026");
    }

    private static Map<String, Object> employer(Organization organization) {
        Map<String, Object> employer = new LinkedHashMap<>();
        employer.put("@type", "Organization");
        employer.put("name", organization.name());
        organization.websiteUrl().ifPresent(url -> employer.put("sameAs", url));
        return employer;
    }

    private static Map<String, Object> place(String location) {
        return Map.of("@type", "Place", "address", Map.of("@type", "PostalAddress", "addressLocality", location));
    }

    private static Map<String, Object> salary(Salary salary) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("@type", "QuantitativeValue");
        salary.minimum().ifPresent(amount -> value.put("minValue", amount));
        salary.maximum().ifPresent(amount -> value.put("maxValue", amount));
        value.put("unitText", salary.period().toUpperCase(Locale.ROOT));
        return Map.of("@type", "MonetaryAmount", "currency", salary.currency(), "value", value);
    }
}
