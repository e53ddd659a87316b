package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Outline.Row;
import com.crewyard.hosting.research.Outline.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes the tables that describe categories or vendors by what their columns are about. */
final class CategoryTableReader {

    enum Role {
        OFFERINGS("offering|vendor|player|example|provider|product|service|typical|platforms?$"),
        STRENGTHS("strength|pros?\\b|advantage|benefit|good at|upside"),
        WEAKNESSES("weakness|cons?\\b|drawback|disadvantage|limitation|downside|bad at|caveat"),
        BEST_FIT("fit|when|use.?case|scenario|ideal|suited|best for|good for|recommended for");

        private final Pattern words;

        Role(String words) {
            this.words = Pattern.compile(words);
        }

        static Optional<Role> of(String heading) {
            String lower = heading.toLowerCase(Locale.ROOT);
            for (Role role : values()) {
                if (role.words.matcher(lower).find()) {
                    return Optional.of(role);
                }
            }
            return Optional.empty();
        }
    }

    private static final Pattern CATEGORY = Pattern.compile("(?i)categor|option|approach|class|model|tier|type|kind");
    private static final int FEWEST_ROLES = 2;

    private final String file;
    private final List<Finding> findings;
    private final List<Category> categories = new ArrayList<>();
    private final List<VendorNotes> vendors = new ArrayList<>();

    CategoryTableReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Whether the table was one of these. */
    boolean read(Table table) {
        Map<Role, Integer> columns = new EnumMap<>(Role.class);
        int label = -1;
        for (int i = 0; i < table.header().size(); i++) {
            String heading = table.header().get(i);
            if (label < 0
                    && CATEGORY.matcher(heading).find()
                    && Role.of(heading).filter(r -> r != Role.OFFERINGS).isEmpty()) {
                label = i;
            } else if (Role.of(heading).isPresent()) {
                columns.putIfAbsent(Role.of(heading).get(), i);
            } else if (label < 0) {
                label = i;
            }
        }
        Integer offerings = columns.get(Role.OFFERINGS);
        boolean ofVendors = label < 0 && offerings != null;
        if (label < 0 && offerings != null) {
            label = offerings;
            columns.remove(Role.OFFERINGS);
        }
        if (label < 0 || columns.size() < FEWEST_ROLES) {
            return false;
        }
        for (Row row : table.rows()) {
            String name = Names.withoutNumber(row.cells().get(label));
            if (name.isBlank()) {
                findings.add(Finding.error(file, row.line(), "the row names no category"));
            } else if (ofVendors) {
                vendors.add(new VendorNotes(
                        name,
                        statements(row, columns.get(Role.STRENGTHS)),
                        statements(row, columns.get(Role.WEAKNESSES)),
                        row.line()));
            } else {
                add(row, name, columns);
            }
        }
        return true;
    }

    private void add(Row row, String name, Map<Role, Integer> columns) {
        if (categories.stream().anyMatch(known -> Names.key(known.name()).equals(Names.key(name)))) {
            findings.add(Finding.warning(
                    file, row.line(), "category \"%s\" stands here a second time; the first counts".formatted(name)));
            return;
        }
        categories.add(new Category(
                name,
                phrases(row, columns.get(Role.OFFERINGS)),
                phrases(row, columns.get(Role.STRENGTHS)),
                phrases(row, columns.get(Role.WEAKNESSES)),
                phrases(row, columns.get(Role.BEST_FIT)),
                row.line()));
    }

    List<Category> categories() {
        return List.copyOf(categories);
    }

    List<VendorNotes> vendors() {
        return List.copyOf(vendors);
    }

    private static List<Statement> statements(Row row, @org.jspecify.annotations.Nullable Integer column) {
        return phrases(row, column).stream()
                .map(text -> new Statement(text, row.line()))
                .toList();
    }

    private static List<String> phrases(Row row, @org.jspecify.annotations.Nullable Integer column) {
        return column == null ? List.of() : phrases(row.cells().get(column));
    }

    /** What commas, semicolons and line breaks separate, outside parentheses. */
    static List<String> phrases(String cell) {
        List<String> phrases = new ArrayList<>();
        StringBuilder phrase = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            boolean insideNumber = c == ',' && i + 1 < cell.length() && Character.isDigit(cell.charAt(i + 1));
            if (depth == 0 && (c == ',' || c == ';' || c == '•') && !insideNumber) {
                phrases.add(phrase.toString().strip());
                phrase.setLength(0);
            } else {
                phrase.append(c);
            }
        }
        phrases.add(phrase.toString().strip());
        return phrases.stream().filter(text -> !text.isEmpty()).toList();
    }
}
