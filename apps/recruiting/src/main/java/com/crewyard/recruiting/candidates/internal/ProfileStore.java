package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.Correction;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.parsing.ResumeProfile;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ProfileStore {

    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CandidateProfile of(CandidateId candidate) {
        return Objects.requireNonNull(of(List.of(candidate)).get(candidate));
    }

    public Map<CandidateId, CandidateProfile> of(Collection<CandidateId> ids) {
        Long[] values = CandidateStore.array(ids);
        Map<CandidateId, Read> read = new HashMap<>();
        jdbc.sql("""
                        select distinct on (candidate_id) candidate_id, id, profile
                        from candidates.resume
                        where candidate_id = any(?) and state = 'parsed'
                        order by candidate_id, id desc""").param(values).query(row -> {
            read.put(
                    new CandidateId(row.getLong("candidate_id")),
                    new Read(new ResumeId(row.getLong("id")), ProfileCodec.readProfile(row.getString("profile"))));
        });
        Map<CandidateId, Map<ProfileField, Correction>> corrections = new HashMap<>();
        jdbc.sql("""
                        select c.candidate_id, c.field, c.value, c.corrected_by, c.corrected_at, u.full_name
                        from candidates.correction c join identity.app_user u on u.id = c.corrected_by
                        where c.candidate_id = any(?)""").param(values).query(row -> {
            Optional<ProfileField> field = ProfileField.ofCode(row.getString("field"));
            if (field.isPresent()) {
                corrections
                        .computeIfAbsent(new CandidateId(row.getLong("candidate_id")), _ -> new HashMap<>())
                        .put(
                                field.get(),
                                new Correction(
                                        field.get(),
                                        ProfileCodec.readValue(field.get(), row.getString("value")),
                                        new UserId(row.getLong("corrected_by")),
                                        row.getString("full_name"),
                                        CandidateStore.instant(row, "corrected_at")));
            }
        });
        Map<CandidateId, CandidateProfile> profiles = new LinkedHashMap<>();
        for (CandidateId id : ids) {
            Optional<Read> latest = Optional.ofNullable(read.get(id));
            profiles.put(
                    id,
                    new CandidateProfile(
                            id,
                            latest.map(Read::resume),
                            latest.map(Read::profile).orElse(ResumeProfile.EMPTY),
                            corrections.getOrDefault(id, Map.of())));
        }
        return profiles;
    }

    private record Read(ResumeId resume, ResumeProfile profile) {}

    public void putCorrection(CandidateId candidate, ProfileField field, ProfileValue value, UserId by) {
        jdbc.sql("""
                        insert into candidates.correction (candidate_id, field, value, corrected_by)
                        values (?, ?, ?::jsonb, ?)
                        on conflict (candidate_id, field) do update
                        set value = excluded.value, corrected_by = excluded.corrected_by,
                            corrected_at = clock_timestamp()""")
                .params(candidate.value(), field.code(), ProfileCodec.write(value), by.value())
                .update();
    }

    public boolean deleteCorrection(CandidateId candidate, ProfileField field) {
        return jdbc.sql("delete from candidates.correction where candidate_id = ? and field = ?")
                        .params(candidate.value(), field.code())
                        .update()
                == 1;
    }
}
