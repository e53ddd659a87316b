package com.crewyard.recruiting.vocabulary.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.Family;
import com.crewyard.recruiting.vocabulary.OwnTerm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An own skill or title; titles have neither kind nor parents. */
record TermBody(
        @Nullable Long id,
        @Nullable String label,
        @Nullable String kind,
        @Nullable List<String> synonyms,
        @Nullable List<String> parents,
        @Nullable List<String> related,
        @Nullable String source,
        @Nullable Integer version) {

    static TermBody of(OwnTerm own) {
        AddedTerm term = own.term();
        Optional<AddedSkill> skill = term instanceof AddedSkill each ? Optional.of(each) : Optional.empty();
        return new TermBody(
                own.id(),
                term.label(),
                skill.map(each -> each.kind().name().toLowerCase(Locale.ROOT)).orElse(null),
                term.synonyms(),
                skill.map(AddedSkill::parents).orElse(null),
                term.related(),
                own.source().code(),
                own.version());
    }

    AddedTerm term(Family family) {
        return switch (family) {
            case SKILL -> skill();
            case TITLE -> title();
        };
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
        return new AddedSkill(name(), known, given(synonyms), given(parents), given(related));
    }

    AddedTitle title() {
        return new AddedTitle(name(), given(synonyms), given(related));
    }

    private String name() {
        return Optional.ofNullable(label).orElse("").strip();
    }

    private static List<String> given(@Nullable List<String> names) {
        return Optional.ofNullable(names).orElse(List.of());
    }
}
