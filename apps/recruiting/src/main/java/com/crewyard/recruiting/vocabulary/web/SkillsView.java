package com.crewyard.recruiting.vocabulary.web;

import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.vocabulary.OwnSkill;
import com.crewyard.recruiting.vocabulary.OwnSkills;
import com.crewyard.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The skills of the organization.
 *
 * @param found of the whole taxonomy, when something was searched
 * @param editing id of the own skill whose form is open; 0 for none
 */
public record SkillsView(OwnSkills.Page own, List<Skill> found, String words, int number, Form form, long editing) {

    static final int LENGTH = 50;

    public String next() {
        return (long) number * LENGTH < own.total() ? address(number + 1) : "";
    }

    public String previous() {
        return number > 1 ? address(number - 1) : "";
    }

    private String address(int page) {
        return "/settings/skills?page=%d&q=%s".formatted(page, URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    public boolean isEditing(OwnSkill skill) {
        return editing == skill.id();
    }

    /** What stands in a field of a skill's form: what was typed when it was refused, else what is kept. */
    public String value(OwnSkill skill, String field, String kept) {
        return isEditing(skill) && form.hasErrors() ? form.value(field) : kept;
    }
}
