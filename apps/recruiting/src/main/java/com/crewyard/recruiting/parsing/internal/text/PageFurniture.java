package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes page numbers and repeated headers and footers out, which would stand within whatever crosses the page. */
final class PageFurniture {

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)^(?:page|seite|p\\.|página)?\\s*\\d{1,3}\\s*(?:(?:of|von|de|/|sur)\\s*\\d{1,3})?$");

    private PageFurniture() {}

    static List<List<TextLine>> removed(List<List<TextLine>> pages) {
        if (pages.size() < 2) {
            return pages;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (List<TextLine> page : pages) {
            edges(page).stream()
                    .map(line -> shape(line.text()))
                    .distinct()
                    .forEach(s -> seen.merge(s, 1, Integer::sum));
        }
        List<List<TextLine>> kept = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            List<TextLine> page = pages.get(i);
            List<TextLine> edges = edges(page);
            boolean first = i == 0;
            kept.add(page.stream()
                    .filter(line -> !(edges.contains(line)
                            && isFurniture(line, seen)
                            && !(first && line.equals(topmost(page)) && !isPageNumber(line))))
                    .toList());
        }
        return kept;
    }

    private static boolean isFurniture(TextLine line, Map<String, Integer> seen) {
        return isPageNumber(line) || line.text().length() < 80 && seen.getOrDefault(shape(line.text()), 0) > 1;
    }

    private static boolean isPageNumber(TextLine line) {
        return PAGE_NUMBER.matcher(line.text()).matches();
    }

    private static String shape(String text) {
        return text.replaceAll("\\d+", "#");
    }

    /** The topmost and the lowest line; columns make the order of lines no guide. */
    private static List<TextLine> edges(List<TextLine> page) {
        return page.isEmpty() ? List.of() : List.of(topmost(page), lowest(page));
    }

    private static TextLine topmost(List<TextLine> page) {
        TextLine found = page.getFirst();
        for (TextLine line : page) {
            found = y(line) < y(found) ? line : found;
        }
        return found;
    }

    private static TextLine lowest(List<TextLine> page) {
        TextLine found = page.getFirst();
        for (TextLine line : page) {
            found = y(line) >= y(found) ? line : found;
        }
        return found;
    }

    private static double y(TextLine line) {
        return line.box().map(Box::y).orElse(0.0);
    }
}
