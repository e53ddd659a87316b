package com.crewyard.recruiting.vocabulary.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.OwnSkill;
import com.crewyard.recruiting.vocabulary.OwnSkill.Source;
import com.crewyard.recruiting.vocabulary.OwnSkills;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The taxonomy's skills, and the organization's own among them. */
@RestController
@RequestMapping("/api/v1/taxonomy")
@ProcessRole.Only(ProcessRole.API)
class SkillsController {

    private static final int LARGEST_LIMIT = 200;

    private final OwnSkills skills;

    SkillsController(OwnSkills skills) {
        this.skills = skills;
    }

    record FoundBody(String id, String label, String kind, List<String> synonyms) {
        static FoundBody of(Skill skill) {
            return new FoundBody(
                    skill.id().value(), skill.label(), skill.kind().name().toLowerCase(Locale.ROOT), skill.synonyms());
        }
    }

    record FoundPage(List<FoundBody> items) {}

    record OwnPage(List<OwnBody> items, long total) {}

    record Import(@Nullable String source, @Nullable List<OwnBody> skills) {}

    record Imported(int taken) {}

    record OwnBody(
            @Nullable Long id,
            @Nullable String label,
            @Nullable String kind,
            @Nullable List<String> synonyms,
            @Nullable List<String> parents,
            @Nullable List<String> related,
            @Nullable String source,
            @Nullable Integer version) {

        static OwnBody of(OwnSkill own) {
            AddedSkill skill = own.skill();
            return new OwnBody(
                    own.id(),
                    skill.label(),
                    skill.kind().name().toLowerCase(Locale.ROOT),
                    skill.synonyms(),
                    skill.parents(),
                    skill.related(),
                    own.source().code(),
                    own.version());
        }

        AddedSkill skill() {
            String written = Optional.ofNullable(kind).orElse("knowledge");
            SkillKind known = Arrays.stream(SkillKind.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(written))
                    .findFirst()
                    .orElseThrow(() -> CrewyardException.invalid(
                            "kind",
                            "\"%s\" is no kind of skill; tool, method, knowledge, licence and soft are."
                                    .formatted(written)));
            return new AddedSkill(
                    Optional.ofNullable(label).orElse("").strip(),
                    known,
                    Optional.ofNullable(synonyms).orElse(List.of()),
                    Optional.ofNullable(parents).orElse(List.of()),
                    Optional.ofNullable(related).orElse(List.of()));
        }
    }

    @Requires(Permission.JOBS_READ)
    @GetMapping("/skills")
    FoundPage search(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return new FoundPage(
                skills.search(q, window(limit)).stream().map(FoundBody::of).toList());
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @GetMapping("/own-skills")
    OwnPage own(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "50") int limit) {
        OwnSkills.Page page = skills.page(q, Math.max(0, skip), window(limit));
        return new OwnPage(page.items().stream().map(OwnBody::of).toList(), page.total());
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/own-skills")
    @ResponseStatus(HttpStatus.CREATED)
    OwnBody add(@RequestBody OwnBody body, CurrentUser user) {
        return OwnBody.of(skills.add(user, body.skill()));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PutMapping("/own-skills/{id}")
    OwnBody change(@PathVariable long id, @RequestBody OwnBody body, CurrentUser user) {
        int seen = Optional.ofNullable(body.version()).orElse(0);
        return OwnBody.of(skills.change(user, id, seen, body.skill()));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @DeleteMapping("/own-skills/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, CurrentUser user) {
        skills.remove(user, id);
    }

    /** Skills of official files, at most 1,000 at once; the same again changes nothing. */
    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/own-skills/import")
    Imported take(@RequestBody Import body, CurrentUser user) {
        String written = Optional.ofNullable(body.source()).orElse("");
        Source source = Source.ofCode(written)
                .orElseThrow(() -> CrewyardException.invalid(
                        "source", "\"%s\" is no source; own, esco and onet are.".formatted(written)));
        List<AddedSkill> given = Optional.ofNullable(body.skills()).orElse(List.of()).stream()
                .map(OwnBody::skill)
                .toList();
        return new Imported(skills.take(user, source, given));
    }

    private static int window(int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw CrewyardException.invalid(
                    "limit", "limit is from 1 to %d; %d is not.".formatted(LARGEST_LIMIT, limit));
        }
        return limit;
    }
}
