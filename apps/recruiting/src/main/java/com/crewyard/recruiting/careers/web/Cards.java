package com.crewyard.recruiting.careers.web;

import com.crewyard.recruiting.careers.internal.SocialCard;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.jobs.Job;

/** What the cards of careers pages say, and where they are. */
final class Cards {

    private Cards() {}

    static SocialCard of(Organization organization) {
        return new SocialCard(organization.name(), organization.themeColor(), organization.name(), "Open positions");
    }

    static SocialCard of(Organization organization, Job job) {
        return new SocialCard(
                organization.name(), organization.themeColor(), job.title(), String.join(", ", job.locations()));
    }

    /** The digest makes other sites fetch the picture anew when it says something else. */
    static String path(Organization organization) {
        return "%s/card.png?v=%s"
                .formatted(Careers.path(organization.slug()), of(organization).digest());
    }

    static String path(Organization organization, Job job) {
        return "%s/jobs/%s/card.png?v=%s"
                .formatted(
                        Careers.path(organization.slug()),
                        job.id(),
                        of(organization, job).digest());
    }
}
