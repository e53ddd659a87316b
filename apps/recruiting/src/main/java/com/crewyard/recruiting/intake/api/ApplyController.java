package com.crewyard.recruiting.intake.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.intake.ApplyResult;
import com.crewyard.recruiting.intake.FormReader;
import com.crewyard.recruiting.intake.Intake;
import com.crewyard.recruiting.platform.ProcessRole;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Applying from somebody else's page or program: the same form at the same address as on the careers site, answered in
 * JSON to whoever asks for it.
 */
@RestController
@ProcessRole.Only({ProcessRole.API, ProcessRole.WEB})
class ApplyController {

    private final Organizations organizations;
    private final Intake intake;

    ApplyController(Organizations organizations, Intake intake) {
        this.organizations = organizations;
        this.intake = intake;
    }

    /**
     * @param updated whether an earlier application took this in
     * @param reopened whether they had withdrawn that one
     * @param statusPath the candidate's private page; null when they had applied before and have their link already
     */
    record AcceptedBody(
            String reference,
            boolean updated,
            boolean reopened,
            @org.jspecify.annotations.Nullable String statusPath) {}

    @Anyone
    @PostMapping(
            path = "/careers/{slug}/jobs/{job}/apply",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AcceptedBody apply(@PathVariable String slug, @PathVariable JobId job, MultipartHttpServletRequest request)
            throws IOException {
        Optional<Organization> organization = organizations.bySlug(slug);
        if (organization.isEmpty()) {
            throw CrewyardException.notFound("Careers site", slug);
        }
        ApplicationForm form = FormReader.read(request, organization.get().id(), job);
        return switch (intake.apply(form)) {
            case ApplyResult.Accepted accepted ->
                new AcceptedBody(
                        accepted.reference(),
                        accepted.updated(),
                        accepted.reopened(),
                        accepted.statusPath().orElse(null));
            case ApplyResult.Refused refused -> throw CrewyardException.invalid(refused.errors());
            case ApplyResult.Closed closed -> throw CrewyardException.of(Problem.INCONSISTENT, closed.sentence());
            case ApplyResult.Throttled(var wait) ->
                throw CrewyardException.throttled("You have applied to this job several times in a row.", wait);
        };
    }
}
