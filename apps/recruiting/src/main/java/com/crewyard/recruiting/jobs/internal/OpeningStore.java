package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.jobs.Openings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class OpeningStore {

    private final JdbcClient jdbc;

    OpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<JobId, Openings> of(Collection<JobId> jobs) {
        Map<JobId, Openings> openings = new LinkedHashMap<>();
        jdbc.sql("select job_id, count(*), count(filled_at) from jobs.opening where job_id = any(?) group by job_id")
                .param(jobs.stream().map(JobId::value).toArray(Long[]::new))
                .query(row -> {
                    openings.put(new JobId(row.getLong(1)), new Openings(row.getInt(2), row.getInt(3)));
                });
        return openings;
    }

    public void add(JobId job, int count) {
        jdbc.sql("insert into jobs.opening (job_id) select ? from generate_series(1, ?)")
                .params(job.value(), count)
                .update();
    }

    public void removeFree(JobId job, int count) {
        jdbc.sql("""
                        delete from jobs.opening where id in (
                          select id from jobs.opening where job_id = ? and filled_at is null
                          order by id desc limit ?)""").params(job.value(), count).update();
    }

    /** Fills the oldest free opening; without one, the person is hired beyond what was planned. */
    public void fill(JobId job, ApplicationId application) {
        int filled = jdbc.sql("""
                        update jobs.opening set filled_at = now(), filled_by_application_id = ?
                        where id = (
                          select id from jobs.opening where job_id = ? and filled_at is null
                          order by id limit 1 for update skip locked)""").params(application.value(), job.value()).update();
        if (filled == 0) {
            jdbc.sql("insert into jobs.opening (job_id, filled_at, filled_by_application_id) values (?, now(), ?)")
                    .params(job.value(), application.value())
                    .update();
        }
    }

    public void release(ApplicationId application) {
        jdbc.sql("""
                        update jobs.opening set filled_at = null, filled_by_application_id = null
                        where filled_by_application_id = ?""").param(application.value()).update();
    }
}
