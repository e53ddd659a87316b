package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.Duplicate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class DuplicateStore {

    private final JdbcClient jdbc;
    private final CandidateStore candidates;

    DuplicateStore(JdbcClient jdbc, CandidateStore candidates) {
        this.jdbc = jdbc;
        this.candidates = candidates;
    }

    public List<Duplicate> of(CandidateId candidate) {
        Map<CandidateId, Set<Duplicate.Reason>> reasons = new HashMap<>();
        jdbc.sql("""
                        select other.candidate_id as id, other.kind as reason
                        from candidates.identifier mine
                        join candidates.identifier other
                          on other.organization_id = mine.organization_id
                          and other.kind = mine.kind and other.value = mine.value
                          and other.candidate_id <> mine.candidate_id
                        join candidates.candidate c on c.id = other.candidate_id and c.merged_into is null
                        where mine.candidate_id = ?
                        union
                        select c.id, 'name_and_employer'
                        from candidates.candidate me
                        join candidates.candidate c
                          on c.organization_id = me.organization_id
                          and lower(c.full_name) = lower(me.full_name)
                          and lower(c.current_company) = lower(me.current_company)
                          and c.id <> me.id and c.merged_into is null
                        where me.id = ?""").params(candidate.value(), candidate.value()).query(row -> {
            reasons.computeIfAbsent(new CandidateId(row.getLong("id")), _ -> EnumSet.noneOf(Duplicate.Reason.class))
                    .add(Duplicate.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)));
        });
        return reasons.isEmpty()
                ? List.of()
                : candidates.all(reasons.keySet()).stream()
                        .map(other -> new Duplicate(other, reasons.getOrDefault(other.id(), Set.of())))
                        .sorted(Comparator.comparing(DuplicateStore::strongest)
                                .thenComparing(
                                        duplicate -> duplicate.candidate().id().value()))
                        .toList();
    }

    private static Duplicate.Reason strongest(Duplicate duplicate) {
        return duplicate.reasons().stream().min(Comparator.naturalOrder()).orElseThrow();
    }
}
