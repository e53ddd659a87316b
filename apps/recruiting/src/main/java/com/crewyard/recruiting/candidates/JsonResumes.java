package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.JsonResumeReader;
import com.crewyard.recruiting.candidates.internal.JsonResumeWriter;
import com.crewyard.recruiting.candidates.internal.ProfileStore;
import com.crewyard.recruiting.files.Files;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles as JSON Resume, schema version 1.0.0 (https://jsonresume.org/schema). */
@Service
public class JsonResumes {

    public static final String MEDIA_TYPE = "application/json";

    private static final String PARSER = "json-resume 1.0.0";
    private static final String FILE_NAME = "resume.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CandidateStore candidates;
    private final Candidates people;
    private final ProfileStore profiles;
    private final Resumes resumes;
    private final Files files;
    private final Clock clock;

    JsonResumes(
            CandidateStore candidates,
            Candidates people,
            ProfileStore profiles,
            Resumes resumes,
            Files files,
            Clock clock) {
        this.candidates = candidates;
        this.people = people;
        this.profiles = profiles;
        this.resumes = resumes;
        this.files = files;
        this.clock = clock;
    }

    /** The profile with its corrections. */
    @Transactional(readOnly = true)
    public JsonNode export(CandidateId id) {
        Candidate candidate = candidates.find(id).orElseThrow(() -> CrewyardException.notFound("Candidate", id));
        return JsonResumeWriter.write(candidate, profiles.of(id));
    }

    /**
     * Adds the document as the candidate's newest resume, read already.
     *
     * @throws CrewyardException when it is no JSON Resume
     */
    @Transactional
    public ResumeId add(Actor actor, CandidateId candidate, byte[] document) {
        return add(actor, candidate, document, read(document));
    }

    /**
     * Adds the person the document describes.
     *
     * @throws CrewyardException when it is no JSON Resume, or has no name
     */
    @Transactional
    public CandidateId create(Actor actor, byte[] document) {
        JsonResumeReader.Result read = read(document);
        String name = read.profile().name().map(found -> found.value()).orElse("");
        if (name.isBlank()) {
            throw CrewyardException.invalid("basics.name", "The JSON Resume has no basics.name.");
        }
        CandidateId id = people.create(actor, NewCandidate.named(name)).id();
        add(actor, id, document, read);
        return id;
    }

    private ResumeId add(Actor actor, CandidateId candidate, byte[] document, JsonResumeReader.Result read) {
        String sha256 = files.put(document, MEDIA_TYPE).sha256();
        ResumeId id = resumes.addRead(actor, candidate, sha256, FILE_NAME);
        resumes.recordParsed(id, read.text(), read.profile(), PARSER);
        return id;
    }

    private JsonResumeReader.Result read(byte[] document) {
        try {
            JsonNode tree = JSON.readTree(document);
            if (!tree.isObject() || !tree.path("basics").isObject()) {
                throw CrewyardException.invalid(
                        "resume",
                        "This is no JSON Resume: it needs an object with \"basics\", as jsonresume.org describes.");
            }
            return JsonResumeReader.read(tree, YearMonth.now(clock));
        } catch (JacksonException e) {
            throw CrewyardException.invalid("resume", "This is not JSON: %s".formatted(e.getOriginalMessage()));
        }
    }
}
