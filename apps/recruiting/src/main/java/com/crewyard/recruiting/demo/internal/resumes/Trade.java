package com.crewyard.recruiting.demo.internal.resumes;

import java.util.List;

/**
 * What careers of a trade are made of, in one language.
 *
 * @param ladder titles from the first job up
 * @param employers patterns in which {@code {word}} is an invented name
 * @param skills those everybody of the trade has come first
 * @param studies institution, degree and field, divided by bars
 */
record Trade(
        String name,
        String language,
        List<String> ladder,
        List<String> employers,
        List<String> skills,
        List<String> duties,
        List<String> summaries,
        List<String> studies,
        List<String> certificates) {

    static Trade load(String name, String language) {
        Texts texts = Texts.load("trades/%s.%s.txt".formatted(name, language));
        return new Trade(
                name,
                language,
                texts.section("ladder"),
                texts.section("employers"),
                texts.section("skills"),
                texts.section("duties"),
                texts.section("summary"),
                texts.section("studies"),
                texts.section("certificates"));
    }
}
