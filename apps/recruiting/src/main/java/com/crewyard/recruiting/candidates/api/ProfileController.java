package com.crewyard.recruiting.candidates.api;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Correction;
import com.crewyard.recruiting.candidates.JsonResumes;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.Profiles;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles, their corrections, and JSON Resume. */
@RestController
@RequestMapping("/api/v1/candidates")
@ProcessRole.Only(ProcessRole.API)
class ProfileController {

    private final Candidates candidates;
    private final Profiles profiles;
    private final JsonResumes jsonResumes;
    private final JsonMapper json;

    ProfileController(Candidates candidates, Profiles profiles, JsonResumes jsonResumes, JsonMapper json) {
        this.candidates = candidates;
        this.profiles = profiles;
        this.jsonResumes = jsonResumes;
        this.json = json;
    }

    record CorrectionBody(long correctedBy, String correctedByName, Instant correctedAt) {
        static CorrectionBody of(Correction correction) {
            return new CorrectionBody(correction.by().value(), correction.byName(), correction.at());
        }
    }

    record FieldBody(
            JsonNode value,
            JsonNode parsed,
            @Nullable CorrectionBody correction,
            List<CandidateProfile.Evidence> sources) {}

    record ProfileBody(long candidateId, @Nullable Long resumeId, Map<String, FieldBody> fields) {}

    record CorrectionRequest(@Nullable JsonNode value) {}

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/{id}/profile")
    ProfileBody profile(@PathVariable long id) {
        return body(profiles.of(existing(id)));
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PutMapping("/{id}/profile/{field}")
    ProfileBody correct(
            @PathVariable long id,
            @PathVariable String field,
            @RequestBody CorrectionRequest request,
            CurrentUser user) {
        ProfileField target = field(field);
        return body(profiles.correct(user, Requested.candidate(id), target, value(target, request)));
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @DeleteMapping("/{id}/profile/{field}")
    ProfileBody undo(@PathVariable long id, @PathVariable String field, CurrentUser user) {
        return body(profiles.undo(user, Requested.candidate(id), field(field)));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/{id}/resume.json")
    JsonNode export(@PathVariable long id) {
        return jsonResumes.export(Requested.candidate(id));
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PutMapping("/{id}/resume.json")
    ProfileBody add(@PathVariable long id, @RequestBody byte[] document, CurrentUser user) {
        jsonResumes.add(user.actor(), Requested.candidate(id), document);
        return profile(id);
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping("/resume.json")
    @ResponseStatus(HttpStatus.CREATED)
    CandidateBody create(@RequestBody byte[] document, CurrentUser user) {
        CandidateId id = jsonResumes.create(user.actor(), document);
        return CandidateBody.of(candidates.required(id));
    }

    private ProfileBody body(CandidateProfile profile) {
        Map<String, FieldBody> fields = new TreeMap<>();
        for (ProfileField field : ProfileField.values()) {
            fields.put(
                    field.code(),
                    new FieldBody(
                            tree(profile.value(field)),
                            tree(profile.parsedValue(field)),
                            profile.correction(field).map(CorrectionBody::of).orElse(null),
                            profile.evidence(field)));
        }
        return new ProfileBody(
                profile.candidate().value(),
                profile.resume().map(ResumeId::value).orElse(null),
                fields);
    }

    private JsonNode tree(ProfileValue value) {
        return json.readTree(value.toJson());
    }

    private static ProfileValue value(ProfileField field, CorrectionRequest request) {
        JsonNode value = request.value();
        if (value == null) {
            throw CrewyardException.invalid("value", "value is missing.");
        }
        try {
            return ProfileValue.ofJson(field, value.toString());
        } catch (JacksonException e) {
            throw CrewyardException.invalid(
                    "value", "%s takes another kind of value: %s".formatted(field.label(), e.getOriginalMessage()));
        }
    }

    private static ProfileField field(String code) {
        return ProfileField.ofCode(code).orElseThrow(() -> CrewyardException.notFound("Profile field", code));
    }

    private CandidateId existing(long id) {
        return Optional.of(Requested.candidate(id))
                .map(candidates::required)
                .orElseThrow()
                .id();
    }
}
