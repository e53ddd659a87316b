package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeProfile.Language;
import com.crewyard.recruiting.parsing.ResumeProfile.Level;
import com.crewyard.recruiting.parsing.internal.vocabulary.LanguageNames;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads natural languages and how well they are spoken. */
final class LanguageReader {

    private static final Pattern LABEL =
            Pattern.compile("^(?:languages?|language skills|sprachen|sprachkenntnisse|langues|idiomas) ?[:\t]");

    private LanguageReader() {}

    private record Name(Slice slice, String code) {}

    /**
     * @param lines of languages sections
     * @param elsewhere other lines, of which those labelled as languages count
     */
    static List<Found<Language>> read(List<DocLine> lines, List<DocLine> elsewhere) {
        Map<String, Found<Language>> languages = new LinkedHashMap<>();
        List<DocLine> all = new ArrayList<>(lines);
        elsewhere.stream()
                .filter(line ->
                        LABEL.matcher(Words.foldInPlace(line.content().text())).find())
                .forEach(all::add);
        for (int i = 0; i < all.size(); i++) {
            Optional<DocLine> next = i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty();
            line(all.get(i), next)
                    .forEach(found -> languages.putIfAbsent(found.value().code(), found));
        }
        return List.copyOf(languages.values());
    }

    private static List<Found<Language>> line(DocLine line, Optional<DocLine> next) {
        Slice content = line.content();
        String folded = Words.foldInPlace(content.text());
        List<Name> names = new ArrayList<>();
        Matcher matcher = LanguageNames.names(folded);
        while (matcher.find()) {
            names.add(new Name(content.sub(matcher.start(), matcher.end()), LanguageNames.code(matcher.group())));
        }
        List<Found<Language>> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Slice name = names.get(i).slice();
            int until = i + 1 < names.size() ? names.get(i + 1).slice().start() : content.end();
            Slice after = new Slice(content.source(), name.end(), until);
            Optional<Level> level = LanguageNames.level(Words.foldInPlace(after.text()));
            if (level.isEmpty() && i == 0 && names.size() == 1) {
                level = LanguageNames.level(folded.substring(0, name.start() - content.start()));
            }
            Slice evidence = level.isPresent()
                    ? new Slice(content.source(), name.start(), after.strip().end())
                    : name;
            if (level.isEmpty() && names.size() == 1 && next.isPresent() && isLevelOnly(next.get())) {
                level = LanguageNames.level(Words.foldInPlace(next.get().text()));
                evidence = new Slice(
                        content.source(), name.start(), next.get().slice().end());
            }
            String code = names.get(i).code();
            Slice where = evidence.end() > evidence.start() ? evidence : name;
            found.add(where.found(
                    new Language(code, LanguageNames.english(code), level), level.isPresent() ? 0.95 : 0.85));
        }
        return found;
    }

    /** Designers put the level below the language. */
    private static boolean isLevelOnly(DocLine line) {
        String folded = Words.foldInPlace(line.text());
        return folded.length() < 40
                && !LanguageNames.names(folded).find()
                && LanguageNames.level(folded).isPresent();
    }
}
