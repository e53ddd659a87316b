package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchEngine.FallBack;
import com.crewyard.recruiting.matching.MatchEngine.Ranking;
import com.crewyard.recruiting.matching.MatchProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Every match run, whole: what was asked, what ran, each score with its explanation. */
@Repository
public class RunLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void record(
            Optional<JobId> job,
            Optional<CandidateId> candidate,
            Ranking ranking,
            String engine,
            Map<JobId, MatchProfile> profiles,
            String askedBy,
            Duration took) {
        long run = jdbc.sql("""
                        insert into matching.run (direction, job_id, candidate_id, strategy, engine, asked_by, took, fell_back)
                        values (?, ?, ?, ?, ?, ?, make_interval(secs => ?), ?)
                        returning id""")
                .param(job.isPresent() ? "candidates_for_job" : "jobs_for_candidate")
                .param(job.map(JobId::value).orElse(null))
                .param(candidate.map(CandidateId::value).orElse(null))
                .params(ranking.strategy(), engine, askedBy, took.toNanos() / 1e9)
                .param(ranking.fellBack().map(FallBack::reason).orElse(null))
                .query(Long.class)
                .single();
        List<Match> matches = ranking.matches();
        for (int rank = 0; rank < matches.size(); rank++) {
            Match match = matches.get(rank);
            jdbc.sql("""
                            insert into matching.result (run_id, rank, job_id, candidate_id, score, reason, explanation, profile)
                            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
                    .params(
                            run,
                            rank + 1,
                            match.job().value(),
                            match.candidate().value(),
                            match.score())
                    .params(
                            match.reason(),
                            json.writeValueAsString(match.criteria()),
                            profiles.getOrDefault(match.job(), MatchProfile.STANDARD)
                                    .label())
                    .update();
        }
    }
}
