package com.crewyard.recruiting.matching.api;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.MatchProfiles;
import com.crewyard.recruiting.platform.ProcessRole;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the organization, and a job of it, weighs the criteria. */
@RestController
@RequestMapping("/api/v1/matching")
@ProcessRole.Only(ProcessRole.API)
class MatchProfilesController {

    private final MatchProfiles profiles;

    MatchProfilesController(MatchProfiles profiles) {
        this.profiles = profiles;
    }

    record History(List<MatchProfileBody> items) {
        static History of(List<MatchProfile> versions) {
            return new History(versions.stream()
                    .map(profile -> MatchProfileBody.of(profile, profile.version()))
                    .toList());
        }
    }

    @Requires(Permission.MATCHING_RUN)
    @GetMapping("/profile")
    MatchProfileBody organization() {
        return MatchProfileBody.of(profiles.ofOrganization());
    }

    @Requires(Permission.MATCHING_RUN)
    @GetMapping("/profile/versions")
    History organizationVersions() {
        return History.of(profiles.history(Optional.empty()));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PutMapping("/profile")
    MatchProfileBody change(@RequestBody MatchProfileBody.Change body, CurrentUser user) {
        profiles.change(user, Optional.empty(), body.seen(), body.draft());
        return organization();
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @DeleteMapping("/profile")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@RequestParam("latest_version") int latest, CurrentUser user) {
        profiles.reset(user, Optional.empty(), latest);
    }

    @Requires(Permission.MATCHING_RUN)
    @GetMapping("/jobs/{job}/profile")
    MatchProfileBody job(@PathVariable("job") JobId id) {
        return MatchProfileBody.of(profiles.of(id));
    }

    @Requires(Permission.MATCHING_RUN)
    @GetMapping("/jobs/{job}/profile/versions")
    History jobVersions(@PathVariable("job") JobId id) {
        return History.of(profiles.history(Optional.of(id)));
    }

    @Requires(Permission.JOBS_WRITE)
    @PutMapping("/jobs/{job}/profile")
    MatchProfileBody changeJob(
            @PathVariable("job") JobId id, @RequestBody MatchProfileBody.Change body, CurrentUser user) {
        profiles.change(user, Optional.of(id), body.seen(), body.draft());
        return job(id);
    }

    @Requires(Permission.JOBS_WRITE)
    @DeleteMapping("/jobs/{job}/profile")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetJob(@PathVariable("job") JobId id, @RequestParam("latest_version") int latest, CurrentUser user) {
        profiles.reset(user, Optional.of(id), latest);
    }
}
