package com.crewyard.recruiting.vocabulary.internal;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.OwnSkill;
import com.crewyard.recruiting.vocabulary.OwnSkill.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class OwnSkillStore {

    private static final String SELECT = """
            select id, label, kind, synonyms, parents, related, source, version
            from vocabulary.skill
            where organization_id = platform.current_organization()
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OwnSkillStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Changes whenever one of them does. */
    public String fingerprint() {
        return jdbc.sql("""
                        select concat_ws(' ', count(*), sum(version), max(id), max(changed_at))
                        from vocabulary.skill where organization_id = platform.current_organization()""").query((row, _) -> row.getString(1)).single();
    }

    public List<OwnSkill> all() {
        return jdbc.sql(SELECT + "order by id").query(OwnSkillStore::read).list();
    }

    /** By label, those with the words in one of their names. */
    public List<OwnSkill> page(String words, int skip, int limit) {
        return jdbc.sql(SELECT + """
                        and (label ilike ? or array_to_string(synonyms, ' ') ilike ?)
                        order by lower(label)
                        offset ? limit ?""")
                .params(pattern(words), pattern(words), skip, limit)
                .query(OwnSkillStore::read)
                .list();
    }

    public long count(String words) {
        return jdbc.sql("""
                        select count(*) from vocabulary.skill
                        where organization_id = platform.current_organization()
                          and (label ilike ? or array_to_string(synonyms, ' ') ilike ?)""")
                .params(pattern(words), pattern(words))
                .query(Long.class)
                .single();
    }

    public Optional<OwnSkill> find(long id) {
        return jdbc.sql(SELECT + "and id = ?")
                .param(id)
                .query(OwnSkillStore::read)
                .optional();
    }

    /** @return its id; empty when there is one of that label */
    public Optional<Long> add(AddedSkill skill) {
        return jdbc.sql("""
                        insert into vocabulary.skill (label, kind, synonyms, parents, related, source)
                        values (?, ?, ?, ?, ?, 'own')
                        on conflict do nothing
                        returning id""")
                .params(skill.label(), code(skill.kind()), array(skill.synonyms()))
                .params(array(skill.parents()), array(skill.related()))
                .query(Long.class)
                .optional();
    }

    /** @return whether it was there in that version */
    public boolean change(long id, int seenVersion, AddedSkill skill) {
        return jdbc.sql("""
                                update vocabulary.skill
                                set label = ?, kind = ?, synonyms = ?, parents = ?, related = ?, version = version + 1,
                                    changed_at = now()
                                where id = ? and version = ?""")
                        .params(skill.label(), code(skill.kind()), array(skill.synonyms()))
                        .params(array(skill.parents()), array(skill.related()), id, seenVersion)
                        .update()
                == 1;
    }

    public boolean remove(long id) {
        return jdbc.sql("delete from vocabulary.skill where id = ?").param(id).update() == 1;
    }

    /** Many in one statement; who has the label already gets the synonyms that are new. */
    public int take(Source source, List<AddedSkill> skills) {
        return jdbc.sql("""
                        insert into vocabulary.skill (label, kind, synonyms, source)
                        select given.label, given.kind,
                               coalesce(array(select jsonb_array_elements_text(given.synonyms)), '{}'), ?
                        from jsonb_to_recordset(?::jsonb) as given (label text, kind text, synonyms jsonb)
                        on conflict (organization_id, lower(label)) do update
                        set synonyms = array(select distinct unnest(vocabulary.skill.synonyms || excluded.synonyms)),
                            version = vocabulary.skill.version + 1,
                            changed_at = now()
                        where not vocabulary.skill.synonyms @> excluded.synonyms""")
                .params(
                        source.code(),
                        json.writeValueAsString(skills.stream()
                                .map(skill -> new Given(skill.label(), code(skill.kind()), skill.synonyms()))
                                .toList()))
                .update();
    }

    private record Given(String label, String kind, List<String> synonyms) {}

    private static OwnSkill read(ResultSet row, int number) throws SQLException {
        return new OwnSkill(
                row.getLong("id"),
                new AddedSkill(
                        row.getString("label"),
                        SkillKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        list(row, "synonyms"),
                        list(row, "parents"),
                        list(row, "related")),
                Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                row.getInt("version"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static String code(SkillKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static String pattern(String words) {
        return "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
