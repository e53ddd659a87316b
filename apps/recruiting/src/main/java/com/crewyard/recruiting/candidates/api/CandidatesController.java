package com.crewyard.recruiting.candidates.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.CandidatePage;
import com.crewyard.recruiting.candidates.CandidateQuery;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.NewCandidate;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/candidates")
@ProcessRole.Only(ProcessRole.API)
class CandidatesController {

    private static final int LONGEST_PAGE = 100;

    private final Candidates candidates;
    private final JsonMapper json;

    CandidatesController(Candidates candidates, JsonMapper json) {
        this.candidates = candidates;
        this.json = json;
    }

    record CandidateList(List<CandidateBody> items, long total) {}

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping
    CandidateList list(
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> tag) {
        Violations violations = new Violations();
        violations.require(skip >= 0, "skip", "skip is %d; it starts at 0.".formatted(skip));
        violations.require(
                limit >= 1 && limit <= LONGEST_PAGE, "limit", "limit is %d, outside 1 to 100.".formatted(limit));
        violations.throwIfAny();
        CandidatePage page = candidates.page(new CandidateQuery(q, Optional.empty(), tag, skip, limit));
        return new CandidateList(page.items().stream().map(CandidateBody::of).toList(), page.total());
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CandidateBody create(@RequestBody CandidateRequest request, CurrentUser user) {
        NewCandidate candidate = new NewCandidate(
                Objects.requireNonNullElse(request.fullName(), ""),
                request.changes(code -> CandidateField.ofCode(code)
                        .filter(field -> request.text(field) != null)
                        .isPresent()));
        return CandidateBody.of(candidates.create(user.actor(), candidate));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/{id}")
    CandidateBody find(@PathVariable long id) {
        return CandidateBody.of(candidates.required(Requested.candidate(id)));
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PatchMapping("/{id}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "Only the members present are changed; null clears.",
            content = @Content(schema = @Schema(implementation = CandidateRequest.class)))
    CandidateBody change(@PathVariable long id, @RequestBody JsonNode body, CurrentUser user) {
        return CandidateBody.of(candidates.change(
                user.actor(), Requested.candidate(id), read(body).changes(body::has)));
    }

    @Requires(Permission.CANDIDATES_DELETE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, CurrentUser user) {
        candidates.delete(user.actor(), Requested.candidate(id));
    }

    private CandidateRequest read(JsonNode body) {
        if (!body.isObject()) {
            throw CrewyardException.invalid("body", "The body has to be a JSON object with the fields to change.");
        }
        try {
            return json.treeToValue(body, CandidateRequest.class);
        } catch (DatabindException e) {
            String field = e.getPath().isEmpty()
                    ? "body"
                    : String.valueOf(e.getPath().getFirst().getPropertyName());
            throw CrewyardException.invalid(field, "%s has a value of the wrong type.".formatted(field));
        }
    }
}
