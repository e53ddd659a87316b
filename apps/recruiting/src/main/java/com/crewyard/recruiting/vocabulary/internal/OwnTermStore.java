package com.crewyard.recruiting.vocabulary.internal;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.Family;
import com.crewyard.recruiting.vocabulary.OwnTerm;
import com.crewyard.recruiting.vocabulary.OwnTerm.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class OwnTermStore {

    private static final String SKILLS = """
            select id, label, kind, synonyms, parents, related, source, version
            from vocabulary.skill
            where organization_id = platform.current_organization()
            """;
    private static final String TITLES = """
            select id, label, synonyms, related, source, version
            from vocabulary.title
            where organization_id = platform.current_organization()
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OwnTermStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Changes whenever one of them does. */
    public String fingerprint() {
        return jdbc.sql("""
                        select concat_ws(' ', count(*), sum(version), max(id), max(changed_at)) from vocabulary.skill
                        where organization_id = platform.current_organization()
                        union all
                        select concat_ws(' ', count(*), sum(version), max(id), max(changed_at)) from vocabulary.title
                        where organization_id = platform.current_organization()""").query(String.class).list().toString();
    }

    public List<AddedSkill> skills() {
        return jdbc.sql(SKILLS + "order by id").query((row, _) -> skill(row)).list();
    }

    public List<AddedTitle> titles() {
        return jdbc.sql(TITLES + "order by id").query((row, _) -> title(row)).list();
    }

    /** By label, those with the words in one of their names. */
    public List<OwnTerm> page(Family family, String words, int skip, int limit) {
        return jdbc.sql(select(family) + """
                        and (label ilike ? or array_to_string(synonyms, ' ') ilike ?)
                        order by lower(label)
                        offset ? limit ?""")
                .params(pattern(words), pattern(words), skip, limit)
                .query(reader(family))
                .list();
    }

    public long count(Family family, String words) {
        return jdbc.sql("""
                        select count(*) from %s
                        where organization_id = platform.current_organization()
                          and (label ilike ? or array_to_string(synonyms, ' ') ilike ?)""".formatted(table(family)))
                .params(pattern(words), pattern(words))
                .query(Long.class)
                .single();
    }

    public Optional<OwnTerm> find(Family family, long id) {
        return jdbc.sql(select(family) + "and id = ?")
                .param(id)
                .query(reader(family))
                .optional();
    }

    /** Whether another one has the label. */
    public boolean isTaken(Family family, String label, long except) {
        return jdbc.sql("""
                        select exists (
                          select from %s
                          where organization_id = platform.current_organization()
                            and lower(label) = lower(?) and id <> ?)""".formatted(table(family)))
                .params(label, except)
                .query(Boolean.class)
                .single();
    }

    /** @return its id; empty when there is one of that label */
    public Optional<Long> add(AddedTerm term) {
        JdbcClient.StatementSpec statement = switch (term) {
            case AddedSkill skill ->
                jdbc.sql("""
                                    insert into vocabulary.skill (label, synonyms, related, kind, parents, source)
                                    values (?, ?, ?, ?, ?, 'own')
                                    on conflict do nothing
                                    returning id""")
                        .params(skill.label(), array(skill.synonyms()), array(skill.related()))
                        .params(code(skill.kind()), array(skill.parents()));
            case AddedTitle title ->
                jdbc.sql("""
                                    insert into vocabulary.title (label, synonyms, related, source)
                                    values (?, ?, ?, 'own')
                                    on conflict do nothing
                                    returning id""").params(title.label(), array(title.synonyms()), array(title.related()));
        };
        return statement.query(Long.class).optional();
    }

    /** @return whether it was there in that version */
    public boolean change(long id, int seenVersion, AddedTerm term) {
        JdbcClient.StatementSpec statement = switch (term) {
            case AddedSkill skill ->
                jdbc.sql("""
                                    update vocabulary.skill
                                    set label = ?, synonyms = ?, related = ?, kind = ?, parents = ?,
                                        version = version + 1, changed_at = now()
                                    where id = ? and version = ?""")
                        .params(skill.label(), array(skill.synonyms()), array(skill.related()))
                        .params(code(skill.kind()), array(skill.parents()));
            case AddedTitle title ->
                jdbc.sql("""
                                    update vocabulary.title
                                    set label = ?, synonyms = ?, related = ?, version = version + 1, changed_at = now()
                                    where id = ? and version = ?""").params(title.label(), array(title.synonyms()), array(title.related()));
        };
        return statement.params(id, seenVersion).update() == 1;
    }

    public boolean remove(Family family, long id) {
        return jdbc.sql("delete from %s where id = ?".formatted(table(family)))
                        .param(id)
                        .update()
                == 1;
    }

    /** Many in one statement; who has the label already gets the synonyms that are new. */
    public int takeSkills(Source source, List<AddedSkill> skills) {
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

    /** As {@link #takeSkills}. */
    public int takeTitles(Source source, List<AddedTitle> titles) {
        return jdbc.sql("""
                        insert into vocabulary.title (label, synonyms, source)
                        select given.label, coalesce(array(select jsonb_array_elements_text(given.synonyms)), '{}'), ?
                        from jsonb_to_recordset(?::jsonb) as given (label text, synonyms jsonb)
                        on conflict (organization_id, lower(label)) do update
                        set synonyms = array(select distinct unnest(vocabulary.title.synonyms || excluded.synonyms)),
                            version = vocabulary.title.version + 1,
                            changed_at = now()
                        where not vocabulary.title.synonyms @> excluded.synonyms""")
                .params(source.code(), json.writeValueAsString(titles))
                .update();
    }

    private static String table(Family family) {
        return family == Family.SKILL ? "vocabulary.skill" : "vocabulary.title";
    }

    private static String select(Family family) {
        return family == Family.SKILL ? SKILLS : TITLES;
    }

    private static RowMapper<OwnTerm> reader(Family family) {
        return (row, _) -> new OwnTerm(
                row.getLong("id"),
                family == Family.SKILL ? skill(row) : title(row),
                Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                row.getInt("version"));
    }

    private static AddedSkill skill(ResultSet row) throws SQLException {
        return new AddedSkill(
                row.getString("label"),
                SkillKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                list(row, "synonyms"),
                list(row, "parents"),
                list(row, "related"));
    }

    private static AddedTitle title(ResultSet row) throws SQLException {
        return new AddedTitle(row.getString("label"), list(row, "synonyms"), list(row, "related"));
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
