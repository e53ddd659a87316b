package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.jobs.TeamMember;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class TeamStore {

    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TeamMember> of(JobId job) {
        return jdbc.sql("""
                        select member.user_id, app_user.full_name, member.part
                        from jobs.team_member member
                        join identity.app_user on app_user.id = member.user_id
                        where member.job_id = ?
                        order by app_user.full_name""")
                .param(job.value())
                .query((row, _) -> new TeamMember(
                        new UserId(row.getLong(1)), row.getString(2), TeamMember.Part.ofCode(row.getString(3))))
                .list();
    }

    public void replace(JobId job, Map<UserId, TeamMember.Part> members) {
        jdbc.sql("delete from jobs.team_member where job_id = ?")
                .param(job.value())
                .update();
        jdbc.sql("""
                        insert into jobs.team_member (job_id, user_id, part)
                        select ?, member.user_id, member.part
                        from unnest(?, ?) as member (user_id, part)
                        join identity.app_user on app_user.id = member.user_id""")
                .param(job.value())
                .param(members.keySet().stream().map(UserId::value).toArray(Long[]::new))
                .param(members.values().stream().map(TeamMember.Part::code).toArray(String[]::new))
                .update();
    }
}
