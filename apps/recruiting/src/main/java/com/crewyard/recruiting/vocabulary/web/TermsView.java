package com.crewyard.recruiting.vocabulary.web;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.Family;
import com.crewyard.recruiting.vocabulary.KnownTerm;
import com.crewyard.recruiting.vocabulary.OwnTerm;
import com.crewyard.recruiting.vocabulary.OwnTerms;
import com.crewyard.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The skills or titles of the organization.
 *
 * @param found of the whole taxonomy, when something was searched
 * @param editing id of the own term whose form is open; 0 for none
 */
public record TermsView(
        Family family, OwnTerms.Page own, List<KnownTerm> found, String words, int number, Form form, long editing) {

    static final int LENGTH = 50;

    /**
     * The form of a term.
     *
     * @param id what ids of its fields begin with
     * @param kind of a skill
     */
    public record Fields(
            Family family, String id, String label, SkillKind kind, String synonyms, String parents, String related) {

        public boolean isSkill() {
            return family == Family.SKILL;
        }
    }

    /** Of a new term: what was typed when it was refused. */
    public Fields blank() {
        return new Fields(
                family, "", typed("label"), SkillKind.KNOWLEDGE, typed("synonyms"), typed("parents"), typed("related"));
    }

    /** Of an own term: what was typed when it was refused, else what is kept. */
    public Fields fields(OwnTerm own) {
        List<String> parents = own.term() instanceof AddedSkill skill ? skill.parents() : List.of();
        SkillKind kind = own.term() instanceof AddedSkill skill ? skill.kind() : SkillKind.KNOWLEDGE;
        return new Fields(
                family,
                "term-" + own.id() + "-",
                value(own, "label", own.term().label()),
                kind,
                value(own, "synonyms", String.join(", ", own.term().synonyms())),
                value(own, "parents", String.join(", ", parents)),
                value(own, "related", String.join(", ", own.term().related())));
    }

    public String address() {
        return "/settings/" + family.plural();
    }

    public String next() {
        return (long) number * LENGTH < own.total() ? address(number + 1) : "";
    }

    public String previous() {
        return number > 1 ? address(number - 1) : "";
    }

    private String address(int page) {
        return "%s?page=%d&q=%s".formatted(address(), page, URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    public boolean isEditing(OwnTerm term) {
        return editing == term.id();
    }

    private String value(OwnTerm term, String field, String kept) {
        return isEditing(term) && form.hasErrors() ? form.value(field) : kept;
    }

    private String typed(String field) {
        return editing == 0 ? form.value(field) : "";
    }
}
