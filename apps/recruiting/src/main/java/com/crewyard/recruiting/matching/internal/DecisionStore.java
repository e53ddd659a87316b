package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided about the applications for a job. */
@Repository
public class DecisionStore {

    private static final int MOST = 400;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param advanced to an interview or further; else rejected */
    public record Decision(CandidateId candidate, boolean advanced) {}

    /** The latest, at most {@value #MOST}. Who withdrew, or waits before an interview, is not decided about. */
    public List<Decision> of(JobId job) {
        return jdbc.sql("""
                        select application.candidate_id, application.state <> 'rejected'
                        from pipeline.application
                        join jobs.stage on stage.id = application.stage_id
                        where application.job_id = ?
                          and (application.state in ('rejected', 'hired')
                               or application.state = 'active' and stage.kind in ('interview', 'offer', 'hired'))
                        order by application.stage_entered_at desc, application.id desc
                        limit ?""")
                .params(job.value(), MOST)
                .query((row, _) -> new Decision(new CandidateId(row.getLong(1)), row.getBoolean(2)))
                .list();
    }

    /** How many decisions there were when a suggestion about a criterion was last dismissed; 0 when it never was. */
    public int dismissedAt(JobId job, String criterion) {
        return jdbc.sql("""
                        select (data ->> 'decisions')::int from activity.activity
                        where organization_id = platform.current_organization() and job_id = ?
                          and type = 'match.suggestion_dismissed' and data ->> 'criterion' = ?
                        order by position desc
                        limit 1""")
                .params(job.value(), criterion)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
