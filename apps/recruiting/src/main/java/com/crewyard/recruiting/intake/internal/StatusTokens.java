package com.crewyard.recruiting.intake.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.platform.DeploymentSecret;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * What opens a candidate's application to them. Signed rather than drawn at random: the same link can be sent again, to
 * the candidate's mailbox, without being stored anywhere.
 */
@Component
class StatusTokens {

    private static final String PURPOSE = "intake.status_link";

    private final DeploymentSecret secret;

    StatusTokens(DeploymentSecret secret) {
        this.secret = secret;
    }

    /** 43 characters that fit into a path. */
    String of(JobId job, CandidateId candidate) {
        String subject = "%s/%s/%s".formatted(Tenancy.required(), job, candidate);
        return Tokens.text(secret.sign(PURPOSE, subject.getBytes(StandardCharsets.UTF_8)));
    }
}
