package com.crewyard.recruiting.messaging;

import java.util.List;

/** What an organization sends until it writes its own. */
record DefaultTemplate(Template.Purpose purpose, String name, Draft draft) {

    static final List<DefaultTemplate> ALL = List.of(
            new DefaultTemplate(
                    Template.Purpose.APPLICATION_RECEIVED,
                    "Application received",
                    new Draft("Your application: {{job_title}}", """
                            Dear {{candidate_name}},

                            thank you for applying for {{job_title}} at {{organization_name}}. We have everything you sent, under the reference {{reference}}.

                            You can see where your application stands, replace your resume or withdraw here:
                            {{status_link}}

                            The link is yours alone; please do not pass it on.

                            {{organization_name}}
                            """)),
            new DefaultTemplate(
                    Template.Purpose.REJECTION, "Rejection", new Draft("Your application: {{job_title}}", """
                            Dear {{candidate_name}},

                            thank you for the time you put into applying for {{job_title}}. We have decided to go on with other people for this job.

                            We know this is not what you hoped to read, and wish you well in finding the right place.

                            {{sender_name}}
                            {{organization_name}}
                            """)),
            new DefaultTemplate(
                    Template.Purpose.INVITATION, "Invitation", new Draft("Let us talk about {{job_title}}", """
                            Dear {{candidate_name}},

                            we read your application for {{job_title}} with interest and would like to talk with you. Which times suit you in the coming days?

                            {{sender_name}}
                            {{organization_name}}
                            """)));
}
