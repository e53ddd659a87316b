package com.crewyard.recruiting.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.FreshDatabase;
import com.crewyard.recruiting.RecruitingApplication;
import com.crewyard.recruiting.identity.Logins;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.jobs.JobBoard;
import com.crewyard.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A first start that is stopped in the middle, and a second one that goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedingTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int APPLICATIONS = 188;

    private final DatabaseUrl database = FreshDatabase.migrated();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext application;

    private long whenStopped;

    @BeforeAll
    void startTwice() {
        application = start();
        await().atMost(LONGEST).until(() -> count("pipeline.application") > 20);
        application.close();
        application = start();
        whenStopped = count("pipeline.application");
        await().atMost(LONGEST).until(() -> count("demo.progress where finished") == 1);
        await().atMost(LONGEST).until(() -> count("candidates.resume where state = 'waiting'") == 0);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void theSecondStartGoesOnAndDoublesNothing() {
        assertThat(whenStopped).isBetween(20L, APPLICATIONS - 1L);
        assertThat(count("pipeline.application")).isEqualTo(APPLICATIONS);
        assertThat(count("jobs.job")).isEqualTo(12);
        assertThat(count("identity.app_user")).isEqualTo(6);
    }

    @Test
    void everyResumeWentThroughTheParser() {
        assertThat(count("candidates.resume where state = 'parsed'")).isGreaterThanOrEqualTo(APPLICATIONS - 4L);
        assertThat(count("candidates.candidate")).isGreaterThan(150);
    }

    @Test
    void theCareersSiteShowsWhatIsPublished() {
        assertThat(inScope(() -> application.getBean(JobBoard.class).search(JobBoard.Query.EVERYTHING, 0, 50))
                        .total())
                .isEqualTo(9);
    }

    @Test
    void theStoryIsToldInTheOrderItHappened() {
        assertThat(count("""
                        (select at, lag(at) over (order by position) as before from activity.activity
                         where candidate_id is not null and type not like 'resume.%'
                           and type <> 'application.scored') as entry
                        where at < before""")).isZero();
        assertThat(count("activity.activity where at < now() - interval '20 days'"))
                .isGreaterThan(50);
        assertThat(count("pipeline.application where stage_entered_at < applied_at"))
                .isZero();
    }

    @Test
    void peopleWereHiredRejectedWithReasonsNotedAndGivenTasks() {
        assertThat(count("pipeline.application where state = 'hired'")).isEqualTo(2);
        assertThat(count("pipeline.application where state = 'rejected' and rejection_reason_id is not null"))
                .isGreaterThan(20);
        assertThat(count("candidates.note where mentions <> '{}'")).isGreaterThan(10);
        assertThat(count("candidates.task where due_on is not null")).isGreaterThan(10);
        assertThat(count("candidates.tag")).isGreaterThan(5);
        assertThat(count("pipeline.application where cover_letter is not null")).isGreaterThan(50);
        assertThat(count("pipeline.answer")).isGreaterThan(200);
    }

    @Test
    void nothingIsSent() {
        assertThat(count("messaging.message where state <> 'held'")).isZero();
    }

    @Test
    void somePeopleCanBeMerged() {
        assertThat(count("""
                        (select value from candidates.identifier where kind = 'phone'
                         group by value having count(*) > 1) as shared""")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theLoginThatIsToldWorks() {
        assertThat(application.getBean(DemoLogin.class).lines())
                .singleElement()
                .asString()
                .contains(DemoLogin.EMAIL, DemoLogin.PASSWORD);
        assertThat(application.getBean(Logins.class).logIn(DemoLogin.EMAIL, DemoLogin.PASSWORD, "127.0.0.1"))
                .isInstanceOf(Logins.Outcome.Granted.class);
    }

    @Test
    void itsPagesAreWorthAPicture() {
        DemoPictures.take(
                "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"),
                DemoPictures.folder(),
                shown());
        for (String name : List.of("board", "board-dark", "candidate", "matches", "careers", "apply")) {
            assertThat(DemoPictures.folder().resolve(name + ".png")).isNotEmptyFile();
        }
    }

    /** The published job that has most to show, and its best candidate whose resume is a PDF. */
    private DemoPictures.Shown shown() {
        return inScope(() -> application
                .getBean(JdbcClient.class)
                .sql("""
                        select application.job_id as job, application.candidate_id as candidate
                        from pipeline.application
                        join jobs.post using (job_id)
                        join candidates.resume on resume.candidate_id = application.candidate_id
                        where application.state = 'active' and post.state = 'published'
                          and resume.state = 'parsed' and resume.file_name like '%.pdf'
                        order by (select count(*) from pipeline.application as other
                                  where other.job_id = application.job_id and other.state = 'active') desc,
                          application.job_id, application.match_score desc nulls last, application.id
                        limit 1""")
                .query((row, _) ->
                        new DemoPictures.Shown("/careers/saltmere-group", row.getLong("job"), row.getLong("candidate")))
                .single());
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                RecruitingApplication.class,
                "--crewyard.database-url=" + TestDatabase.text(database),
                "--crewyard.data=" + data,
                "--crewyard.database-pool=10",
                "--crewyard.demo=true",
                "--server.port=0");
    }

    private long count(String what) {
        return inScope(() -> application
                .getBean(JdbcClient.class)
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single());
    }

    private <T> T inScope(java.util.function.Supplier<T> work) {
        Organization organization = application
                .getBean(Organizations.class)
                .bySlug("saltmere-group")
                .orElseThrow();
        return Tenancy.in(
                organization.id(),
                () -> application.getBean(TransactionOperations.class).execute(_ -> work.get()));
    }
}
