package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Language;
import com.crewyard.recruiting.taxonomy.LanguageLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Human languages by any of their names, and how well someone says to speak them. */
public final class LanguageCatalog {
    private final List<Language> languages = new ArrayList<>();
    private final Phrases<Language> names = new Phrases<>();
    private final Phrases<LanguageLevel> levels = new Phrases<>();

    private LanguageCatalog() {}

    public static LanguageCatalog load() {
        LanguageCatalog catalog = new LanguageCatalog();
        for (List<String> row : Table.rows("languages.tsv", 3)) {
            Language language = new Language(row.get(0), row.get(1), Table.values(row.get(2)));
            catalog.languages.add(language);
            catalog.names.add(language.name(), language);
            for (String name : language.otherNames()) {
                catalog.names.add(name, language);
            }
        }
        for (List<String> row : Table.rows("language-levels.tsv", 2)) {
            LanguageLevel level = LanguageLevel.valueOf(row.get(0));
            for (String word : Table.values(row.get(1))) {
                catalog.levels.add(word, level);
            }
        }
        return catalog;
    }

    public List<Language> all() {
        return List.copyOf(languages);
    }

    public Optional<Language> named(String name) {
        return names.exact(name);
    }

    public Optional<LanguageLevel> level(String words) {
        Optional<LanguageLevel> exact = levels.exact(words);
        if (exact.isPresent()) {
            return exact;
        }
        Tokens tokens = levels.tokens(words);
        Phrases.Match<LanguageLevel> longest = null;
        for (int i = 0; i < tokens.size(); i++) {
            Phrases.Match<LanguageLevel> match = levels.longestAt(tokens, i).orElse(null);
            if (match != null && (longest == null || match.tokens() > longest.tokens())) {
                longest = match;
            }
        }
        return Optional.ofNullable(longest).map(Phrases.Match::value);
    }
}
