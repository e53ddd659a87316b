package com.crewyard.hosting.research;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.research.Outline.Code;
import com.crewyard.hosting.research.Outline.Section;
import com.crewyard.hosting.research.Outline.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a research document by its structure. Whatever is wrong with it becomes a finding, and the rest is still read;
 * nothing a document contains makes it throw.
 */
public final class ResearchReader {

    private static final int LARGEST = 4_000_000;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private ResearchReader(String file) {
        this.file = file;
    }

    /** @param findings in the order of the document's lines */
    public record Reading(ResearchDocument document, List<Finding> findings) {}

    /** @param file how findings and citations name the document */
    public static Reading read(String file, String text) {
        ResearchReader reader = new ResearchReader(file);
        ResearchDocument document = reader.document(text);
        return new Reading(
                document, reader.findings.stream().sorted().distinct().toList());
    }

    private ResearchDocument document(String text) {
        String bounded = text;
        if (text.length() > LARGEST) {
            findings.add(Finding.error(
                    file,
                    1,
                    "the document has %d characters; the first %d are read".formatted(text.length(), LARGEST)));
            bounded = text.substring(0, LARGEST);
        }
        List<String> lines = new ArrayList<>(bounded.lines().toList());
        FrontMatter frontMatter = new FrontMatterReader(file, findings).take(lines);
        Outline outline;
        try {
            outline = OutlineReader.read(file, lines, findings);
        } catch (StackOverflowError _) {
            findings.add(Finding.error(file, 1, "the document is nested too deeply to be read"));
            outline = new Outline(List.of());
        }
        return understood(frontMatter, outline);
    }

    private ResearchDocument understood(FrontMatter frontMatter, Outline outline) {
        CategoryTableReader tables = new CategoryTableReader(file, findings);
        PhaseReader phases = new PhaseReader();
        VendorReader vendors = new VendorReader();
        DetailReader details = new DetailReader(file, findings);
        List<Flowchart> flowcharts = new ArrayList<>();
        List<MatrixTable> matrices = new ArrayList<>();
        for (Section section : outline.sections()) {
            phases.readSection(section);
            vendors.readSection(section);
            details.readSection(section);
            for (Outline.Block block : section.blocks()) {
                switch (block) {
                    case Table table -> {
                        if (MatrixLayout.isOne(section.heading(), table)) {
                            matrices.add(new MatrixTable(section, table));
                        } else {
                            tables.read(table);
                        }
                    }
                    case Code code
                    when code.info().startsWith("mermaid") ->
                        MermaidReader.read(file, code.lines(), code.line(), findings)
                                .ifPresent(flowcharts::add);
                    default -> {}
                }
            }
        }
        flowcharts.forEach(phases::readFlowchart);
        DecisionMatrix matrix = matrix(matrices, tables.categories());
        List<VendorNotes> notes = Stream.concat(vendors.vendors().stream(), tables.vendors().stream())
                .filter(vendor ->
                        tables.categories().stream().noneMatch(c -> c.name().equals(vendor.vendor())))
                .toList();
        tables.categories()
                .forEach(c -> c.weaknesses().forEach(weakness -> details.limit(c.name(), weakness, c.line())));
        notes.forEach(vendor -> vendor.cons().forEach(con -> details.limit(vendor.vendor(), con.text(), con.line())));
        return new ResearchDocument(
                file,
                frontMatter,
                title(outline),
                categories(tables.categories(), matrix),
                matrix,
                phases.phases(),
                List.copyOf(flowcharts),
                notes,
                details.limits(),
                details.capabilities(),
                details.facts(),
                details.enhancements(),
                details.environment());
    }

    private record MatrixTable(Section section, Table table) {}

    private DecisionMatrix matrix(List<MatrixTable> tables, List<Category> categories) {
        Optional<MatrixTable> first = tables.stream().findFirst();
        tables.stream()
                .skip(1)
                .forEach(more -> findings.add(Finding.warning(
                        file,
                        more.table().line(),
                        "a second decision matrix; the one on line %d counts"
                                .formatted(first.orElseThrow().table().line()))));
        return first.map(found -> new MatrixReader(file, findings).read(found.table(), categories))
                .orElse(DecisionMatrix.NONE);
    }

    /** The described categories, then those that are only scored. */
    private static List<Category> categories(List<Category> described, DecisionMatrix matrix) {
        List<Category> categories = new ArrayList<>(described);
        for (String name : matrix.categories()) {
            if (described.stream().noneMatch(category -> category.name().equals(name))) {
                categories.add(new Category(name, List.of(), List.of(), List.of(), List.of(), matrix.line()));
            }
        }
        return List.copyOf(categories);
    }

    private String title(Outline outline) {
        return outline.sections().stream()
                .filter(section -> section.level() == 1)
                .map(Section::heading)
                .findFirst()
                .orElse(file);
    }
}
