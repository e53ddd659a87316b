package com.crewyard.recruiting.careers.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.web.CareersSite;
import com.crewyard.web.ThemeColor;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds the organization that a careers page is about, and works in its name. */
@Component
class Careers {

    private static final int LONGEST_SLUG = 60;

    private final Organizations organizations;

    Careers(Organizations organizations) {
        this.organizations = organizations;
    }

    /** @throws CrewyardException when no organization has this name in addresses */
    <T> T in(String slug, Function<Organization, T> work) {
        Organization organization =
                organizations.bySlug(slug).orElseThrow(() -> CrewyardException.notFound("Careers site", slug));
        return Tenancy.in(organization.id(), () -> work.apply(organization));
    }

    static CareersSite site(Organization organization) {
        String path = path(organization.slug());
        return new CareersSite(
                organization.name(),
                path,
                new ThemeColor(organization.themeColor().toLowerCase(Locale.ROOT)),
                organization.logo().map(sha256 -> path + "/logo-" + sha256),
                organization.websiteUrl().filter(url -> url.startsWith("https://") || url.startsWith("http://")));
    }

    /** A draft is as if it were not there. */
    static boolean isVisible(Job job) {
        return job.post().state() != PostState.DRAFT && job.status() != JobStatus.DRAFT;
    }

    static String path(String slug) {
        return "/careers/" + slug;
    }

    /** The title in the address is for people and search engines; the number finds the job. */
    static String jobPath(String slug, long job, String title) {
        String words = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String readable = words.substring(0, Math.min(words.length(), LONGEST_SLUG));
        return path(slug) + "/jobs/" + job + (readable.isEmpty() ? "" : "-" + readable);
    }
}
