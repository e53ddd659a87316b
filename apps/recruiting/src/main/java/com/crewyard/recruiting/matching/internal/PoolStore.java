package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.places.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads candidates for matching, all of an organization in one statement. Their names are read only to blank them out of
 * the texts.
 */
@Repository
public class PoolStore {

    /** The newest, of an organization with more people than are weighed one by one. */
    private static final int MOST = Contenders.FEW;

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final String SELECT = """
            select candidate.id, candidate.full_name, candidate.headline, candidate.current_title, candidate.location,
                   candidate.experience_years, candidate.skills, resume.text, resume.titles, resume.schools
            from candidates.candidate
            left join lateral (
              select content ->> 'text' as text,
                     jsonb_path_query_array(profile, '$.work[*].title.value') as titles,
                     jsonb_path_query_array(profile, '$.education[*].institution.value') as schools
              from candidates.resume
              where resume.candidate_id = candidate.id and resume.state = 'parsed'
              order by resume.id desc
              limit 1) resume on true
            where candidate.organization_id = platform.current_organization() and candidate.merged_into is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PoolStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Changes whenever a candidate or what was read of them does. */
    String fingerprint() {
        return jdbc.sql("""
                        select concat_ws(' ', count(*), max(candidate.updated_at), sum(candidate.version),
                          (select concat_ws(' ', count(*), max(parsed_at)) from candidates.resume
                           where organization_id = platform.current_organization()))
                        from candidates.candidate
                        where candidate.organization_id = platform.current_organization()
                          and candidate.merged_into is null""").query((row, _) -> row.getString(1)).single();
    }

    /** Counts no further than that. */
    boolean areMoreThan(int few) {
        return jdbc.sql("""
                        select exists (
                          select 1 from candidates.candidate
                          where organization_id = platform.current_organization() and merged_into is null
                          order by id offset ?)""").param(few).query(Boolean.class).single();
    }

    /** In the order of their numbers, those after one. */
    List<CandidateView> after(CandidateId last, int limit) {
        return jdbc.sql(SELECT + "and candidate.id > ? order by candidate.id limit ?")
                .params(last.value(), limit)
                .query(this::read)
                .list();
    }

    List<CandidateView> all() {
        return jdbc.sql(SELECT + "order by candidate.id desc limit ?")
                .param(MOST)
                .query(this::read)
                .list();
    }

    /** Of those that exist. */
    List<CandidateView> those(Collection<CandidateId> ids) {
        return jdbc.sql(SELECT + "and candidate.id = any(?)")
                .param(ids.stream().map(CandidateId::value).toArray(Long[]::new))
                .query(this::read)
                .list();
    }

    public Optional<CandidateView> find(CandidateId id) {
        return jdbc.sql(SELECT + "and candidate.id = ?")
                .param(id.value())
                .query(this::read)
                .optional();
    }

    private CandidateView read(ResultSet row, int number) throws SQLException {
        String name = row.getString("full_name");
        List<String> titles = new ArrayList<>();
        Optional.ofNullable(row.getString("current_title")).ifPresent(titles::add);
        texts(row, "titles").stream().filter(title -> !titles.contains(title)).forEach(titles::add);
        int years = row.getInt("experience_years");
        Optional<Double> experience = row.wasNull() ? Optional.empty() : Optional.of((double) years);
        return new CandidateView(
                new CandidateId(row.getLong("id")),
                titles.stream()
                        .map(title ->
                                BlindText.of(title, List.of(name), List.of()).text())
                        .toList(),
                blind(row.getString("headline"), name, List.of()),
                List.of((String[]) row.getArray("skills").getArray()),
                experience,
                Optional.ofNullable(row.getString("location")).flatMap(Places::of),
                blind(row.getString("text"), name, texts(row, "schools")));
    }

    private List<String> texts(ResultSet row, String column) throws SQLException {
        String held = row.getString(column);
        return held == null ? List.of() : json.readValue(held, TEXTS);
    }

    private static BlindText blind(@Nullable String text, String name, List<String> schools) {
        return text == null ? BlindText.EMPTY : BlindText.forRanking(text, name, schools);
    }
}
