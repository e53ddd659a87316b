package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.CandidatePage;
import com.crewyard.recruiting.candidates.CandidateQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class CandidateStore {

    private static final String SELECT = """
            select id, organization_id, full_name, headline, location, experience_years, current_title, current_company,
                   email, phone, linkedin_url, github_url, website_url, notes, skills, edited_fields, version,
                   created_at, updated_at
            from candidates.candidate
            """;

    private static final String MATCHING = """
            where merged_into is null
              and (?::text is null or full_name ilike ?)
              and (?::text is null or exists (select from candidates.tag t
                                              where t.candidate_id = candidate.id and lower(t.label) = lower(?)))
              and not exists (
                select from unnest(?::text[]) word
                where concat_ws(' ', full_name, headline, current_title, current_company, location,
                                array_to_string(skills, ' ')) not ilike word
                  and not exists (select from candidates.tag t
                                  where t.candidate_id = candidate.id and t.label ilike word))
            """;

    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Candidate> find(CandidateId id) {
        return jdbc.sql(SELECT + "where id = ? and merged_into is null")
                .param(id.value())
                .query(CandidateStore::read)
                .optional();
    }

    /** Keeps others from changing the candidate until the transaction ends. */
    public Optional<Candidate> lock(CandidateId id) {
        return jdbc.sql(SELECT + "where id = ? and merged_into is null for update")
                .param(id.value())
                .query(CandidateStore::read)
                .optional();
    }

    public List<Candidate> all(Collection<CandidateId> ids) {
        return jdbc.sql(SELECT + "where id = any(?) and merged_into is null order by id desc")
                .param(array(ids))
                .query(CandidateStore::read)
                .list();
    }

    /** The candidate that this one was merged into, through all later merges. */
    public Optional<CandidateId> mergedInto(CandidateId id) {
        return jdbc.sql("""
                        with recursive way as (
                          select id, merged_into from candidates.candidate where id = ?
                          union all
                          select c.id, c.merged_into from way join candidates.candidate c on c.id = way.merged_into
                        )
                        select id from way where merged_into is null and id <> ?""")
                .params(id.value(), id.value())
                .query(Long.class)
                .optional()
                .map(CandidateId::new);
    }

    public CandidatePage page(CandidateQuery query) {
        List<Candidate> items = jdbc.sql(SELECT + MATCHING + "order by id desc limit ? offset ?")
                .params(conditions(query))
                .params(query.limit(), query.skip())
                .query(CandidateStore::read)
                .list();
        boolean isWholeList = query.skip() == 0 && items.size() < query.limit();
        return new CandidatePage(items, isWholeList ? items.size() : count(query));
    }

    private long count(CandidateQuery query) {
        return jdbc.sql("select count(*) from candidates.candidate " + MATCHING)
                .params(conditions(query))
                .query(Long.class)
                .single();
    }

    private static List<@Nullable Object> conditions(CandidateQuery query) {
        @Nullable String name = query.name().map(CandidateStore::containing).orElse(null);
        @Nullable String tag = query.tag().orElse(null);
        String[] words = query.text().stream()
                .flatMap(text -> Arrays.stream(text.split("\\s+", -1)))
                .map(CandidateStore::containing)
                .toArray(String[]::new);
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(name);
        parameters.add(name);
        parameters.add(tag);
        parameters.add(tag);
        parameters.add(words);
        return parameters;
    }

    private static String containing(String part) {
        return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public CandidateId insert(CandidateChanges values, Set<CandidateField> edited) {
        Map<String, @Nullable Object> columns = columns(values);
        columns.put("edited_fields", codes(edited));
        String names = String.join(", ", columns.keySet());
        String places = columns.keySet().stream().map(_ -> "?").collect(Collectors.joining(", "));
        return new CandidateId(
                jdbc.sql("insert into candidates.candidate (%s) values (%s) returning id".formatted(names, places))
                        .params(new ArrayList<>(columns.values()))
                        .query(Long.class)
                        .single());
    }

    public void update(CandidateId id, CandidateChanges values, Set<CandidateField> edited) {
        Map<String, @Nullable Object> columns = columns(values);
        columns.put("edited_fields", codes(edited));
        String assignments =
                columns.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        jdbc.sql("""
                        update candidates.candidate set %s, version = version + 1, updated_at = clock_timestamp()
                        where id = ?""".formatted(assignments))
                .params(new ArrayList<>(columns.values()))
                .param(id.value())
                .update();
    }

    public void updateSkills(CandidateId id, List<String> skills) {
        jdbc.sql("update candidates.candidate set skills = ? where id = ?")
                .param(skills.toArray(String[]::new))
                .param(id.value())
                .update();
    }

    /** With everything merged into it. */
    public boolean delete(CandidateId id) {
        return jdbc.sql("delete from candidates.candidate where id = ? and merged_into is null")
                        .param(id.value())
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> columns(CandidateChanges values) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        values.values()
                .forEach((field, value) -> columns.put(
                        field.code(),
                        field == CandidateField.EXPERIENCE_YEARS
                                ? value.map(Integer::valueOf).orElse(null)
                                : value.orElse(null)));
        return columns;
    }

    private static String[] codes(Set<CandidateField> fields) {
        return fields.stream().map(CandidateField::code).sorted().toArray(String[]::new);
    }

    static Long[] array(Collection<CandidateId> ids) {
        return ids.stream().map(CandidateId::value).toArray(Long[]::new);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Candidate read(ResultSet row, int number) throws SQLException {
        return new Candidate(
                new CandidateId(row.getLong("id")),
                new OrganizationId(row.getLong("organization_id")),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("headline")),
                Optional.ofNullable(row.getString("location")),
                Optional.ofNullable(row.getObject("experience_years", Integer.class)),
                Optional.ofNullable(row.getString("current_title")),
                Optional.ofNullable(row.getString("current_company")),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("linkedin_url")),
                Optional.ofNullable(row.getString("github_url")),
                Optional.ofNullable(row.getString("website_url")),
                Optional.ofNullable(row.getString("notes")),
                texts(row, "skills"),
                texts(row, "edited_fields").stream()
                        .map(CandidateField::ofCode)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getInt("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
