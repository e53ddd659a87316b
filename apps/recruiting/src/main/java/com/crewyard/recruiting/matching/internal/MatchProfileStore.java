package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.MatchProfile.Scope;
import com.crewyard.recruiting.matching.Preference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Versions of match profiles; none is ever changed. */
@Repository
public class MatchProfileStore {

    private static final TypeReference<Map<Criterion.Kind, Integer>> SLIDERS = new TypeReference<>() {};
    private static final TypeReference<List<Preference>> PREFERENCES = new TypeReference<>() {};
    private static final TypeReference<Map<Long, String>> WANTED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MatchProfileStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A version as it was made.
     *
     * @param job empty for the organization's
     * @param profile empty for one that goes back to what stands above
     */
    public record Made(Optional<JobId> job, int version, Optional<MatchProfile> profile, String by) {}

    /** The latest of the organization, and of each of the jobs that has one. */
    public List<Made> latest(Collection<JobId> jobs) {
        return jdbc.sql("""
                        select distinct on (coalesce(job_id, 0))
                               job_id, version, sliders, preferences, wanted, changed_by, changed_at
                        from matching.profile
                        where organization_id = platform.current_organization()
                          and (job_id is null or job_id = any(?))
                        order by coalesce(job_id, 0), version desc""")
                .param(jobs.stream().map(JobId::value).toArray(Long[]::new))
                .query(this::read)
                .list();
    }

    /** Of the organization or a job, the latest first. */
    public List<Made> history(Optional<JobId> job, int limit) {
        return jdbc.sql("""
                        select job_id, version, sliders, preferences, wanted, changed_by, changed_at
                        from matching.profile
                        where organization_id = platform.current_organization() and coalesce(job_id, 0) = ?
                        order by version desc
                        limit ?""")
                .params(job.map(JobId::value).orElse(0L), limit)
                .query(this::read)
                .list();
    }

    /** @return whether it is there now; not when somebody else made this version */
    public boolean add(Optional<JobId> job, int version, Optional<MatchProfile> profile, String by) {
        return jdbc.sql("""
                                insert into matching.profile (job_id, version, sliders, preferences, wanted, changed_by)
                                values (?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?)
                                on conflict do nothing""")
                        .param(job.map(JobId::value).orElse(null))
                        .param(version)
                        .param(profile.map(made -> json.writeValueAsString(made.sliders()))
                                .orElse(null))
                        .param(json.writeValueAsString(
                                profile.map(MatchProfile::preferences).orElse(List.of())))
                        .param(json.writeValueAsString(
                                profile.map(MatchProfile::wanted).orElse(Map.of())))
                        .param(by)
                        .update()
                == 1;
    }

    private Made read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("job_id");
        Optional<JobId> job = row.wasNull() ? Optional.empty() : Optional.of(new JobId(id));
        int version = row.getInt("version");
        String by = row.getString("changed_by");
        String sliders = row.getString("sliders");
        if (sliders == null) {
            return new Made(job, version, Optional.empty(), by);
        }
        MatchProfile profile = new MatchProfile(
                job.isPresent() ? Scope.JOB : Scope.ORGANIZATION,
                version,
                new EnumMap<>(json.readValue(sliders, SLIDERS)),
                json.readValue(row.getString("preferences"), PREFERENCES),
                json.readValue(row.getString("wanted"), WANTED),
                Optional.of(by),
                Optional.of(row.getTimestamp("changed_at").toInstant()));
        return new Made(job, version, Optional.of(profile), by);
    }
}
