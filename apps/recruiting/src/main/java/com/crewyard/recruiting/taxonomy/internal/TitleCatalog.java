package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.Title;
import com.crewyard.recruiting.taxonomy.TitleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The job titles of all sectors, and every name they go by. */
public final class TitleCatalog {
    public static final List<String> SECTORS = List.of(
            "software",
            "data",
            "engineering",
            "trades",
            "health",
            "hospitality",
            "finance",
            "office",
            "education",
            "sales-marketing",
            "logistics",
            "creative",
            "retail",
            "public-service");

    /** Of titles that were added. */
    static final String NO_SECTOR = "";

    private final Map<TitleId, Title> titles = new LinkedHashMap<>();
    private final Phrases<Title> names = new Phrases<>();

    private TitleCatalog() {}

    public static TitleCatalog load() {
        return load(List.of());
    }

    /** Names that are taken stay with whom they belong to. */
    public static TitleCatalog load(List<AddedTitle> added) {
        TitleCatalog catalog = new TitleCatalog();
        for (String sector : SECTORS) {
            for (List<String> row : Table.rows("titles/".concat(sector).concat(".tsv"), 4)) {
                catalog.add(sector, row);
            }
        }
        for (AddedTitle title : added) {
            catalog.add(title);
        }
        return catalog;
    }

    public List<Title> all() {
        return List.copyOf(titles.values());
    }

    public Optional<Title> byId(TitleId id) {
        return Optional.ofNullable(titles.get(id));
    }

    public Optional<Title> byName(String name) {
        return names.exact(name).flatMap(title -> byId(title.id()));
    }

    Phrases<Title> names() {
        return names;
    }

    private void add(String sector, List<String> row) {
        String label = row.get(0);
        Title title = new Title(
                TitleId.of(label), label, sector, Table.values(row.get(1)), skills(row.get(2)), titles(row.get(3)));
        if (titles.put(title.id(), title) != null) {
            throw new IllegalStateException(
                    "Two titles have the id %s".formatted(title.id().value()));
        }
        addName(label, title);
        for (String synonym : title.synonyms()) {
            addName(synonym, title);
        }
    }

    private void add(AddedTitle added) {
        if (!added.isNamed()) {
            return;
        }
        TitleId id = TitleId.of(added.label());
        Title known = byName(added.label()).orElse(titles.get(id));
        List<String> synonyms = new ArrayList<>(known == null ? List.of() : known.synonyms());
        for (String name : added.synonyms()) {
            if (AddedTerm.isName(name) && !synonyms.contains(name)) {
                synonyms.add(name);
            }
        }
        List<TitleId> related = new ArrayList<>(known == null ? List.of() : known.related());
        for (String label : added.related()) {
            if (AddedTerm.isName(label) && !related.contains(TitleId.of(label))) {
                related.add(TitleId.of(label));
            }
        }
        Title title = known == null
                ? new Title(id, added.label(), NO_SECTOR, synonyms, List.of(), related)
                : new Title(known.id(), known.label(), known.sector(), synonyms, known.coreSkills(), related);
        titles.put(title.id(), title);
        names.add(added.label(), title);
        for (String name : synonyms) {
            names.add(name, title);
        }
    }

    // Loops, not streams: the parser's process pays for the machinery of the first lambda while it starts.
    private static List<SkillId> skills(String labels) {
        List<SkillId> ids = new ArrayList<>();
        for (String label : Table.values(labels)) {
            ids.add(SkillId.of(label));
        }
        return ids;
    }

    private static List<TitleId> titles(String labels) {
        List<TitleId> ids = new ArrayList<>();
        for (String label : Table.values(labels)) {
            ids.add(TitleId.of(label));
        }
        return ids;
    }

    private void addName(String name, Title title) {
        Title owner = names.add(name, title);
        if (owner != title) {
            throw new IllegalStateException(
                    "\"%s\" names both %s and %s".formatted(name, owner.label(), title.label()));
        }
    }
}
