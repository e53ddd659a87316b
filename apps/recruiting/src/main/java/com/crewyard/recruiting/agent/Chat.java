package com.crewyard.recruiting.agent;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateQuery;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.Matching;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.Applications;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Commands in words. What a command changes or shows needs the permission of doing so by hand. A command may wait for a
 * service, so it runs between the transactions that find the conversation and that write it down.
 */
@Service
public class Chat {

    private static final int SHOWN = 20;
    private static final int LONGEST_MESSAGE = 20_000;
    private static final String HELP = """
            I can do this:
            - create a job: "Create a job for a senior nurse in Berlin, 45-55k EUR, must know triage"
            - list jobs, list open jobs, list candidates
            - summarize candidate 12
            - match candidates for job 3
            - match jobs for candidate 12
            - show applications for job 3""";

    private final Agent agent;
    private final Jobs jobs;
    private final Candidates candidates;
    private final Applications applications;
    private final Matching matching;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Chat(
            Agent agent,
            Jobs jobs,
            Candidates candidates,
            Applications applications,
            Matching matching,
            Journal journal,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.agent = agent;
        this.jobs = jobs;
        this.candidates = candidates;
        this.applications = applications;
        this.matching = matching;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The answer, in a conversation that later messages may name. */
    public record Reply(String text, long conversation) {}

    /** @throws CrewyardException when the message is empty or the conversation is not the caller's */
    public Reply say(CurrentUser user, String message, Optional<Long> conversation) {
        if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
            throw CrewyardException.invalid("message", "A message has 1 to 20,000 characters.");
        }
        long id = transactions.execute(
                _ -> conversation.map(known -> own(user, known)).orElseGet(() -> open(user)));
        Command command = Command.of(message);
        String reply = answer(user, command, message);
        transactions.executeWithoutResult(_ -> {
            write(id, "user", command.intent(), message);
            write(id, "agent", command.intent(), reply);
            journal.append(user.actor(), Agent.asked(command.intent()));
        });
        return new Reply(reply, id);
    }

    private String answer(CurrentUser user, Command command, String message) {
        return switch (command) {
            case Command.CreateJob() -> created(user, message);
            case Command.ListJobs(boolean onlyOpen) -> listJobs(onlyOpen);
            case Command.ListCandidates() -> listCandidates();
            case Command.Summarize(long id) ->
                candidates.find(new CandidateId(id)).map(Summaries::of).orElse(missing("candidate", id));
            case Command.MatchCandidates(long id) -> matchCandidates(user, id);
            case Command.MatchJobs(long id) -> matchJobs(user, id);
            case Command.ShowApplications(long id) -> showApplications(id);
            case Command.Help() -> HELP;
        };
    }

    private String created(CurrentUser user, String message) {
        if (!user.may(Permission.JOBS_WRITE)) {
            return "Your role does not create jobs; ask a recruiter.";
        }
        try {
            Job job = agent.jobFromPrompt(user, message);
            return "Created job %s: %s It is not published yet.".formatted(job.id(), Summaries.of(job));
        } catch (CrewyardException e) {
            return e.sentence();
        }
    }

    private String listJobs(boolean onlyOpen) {
        Jobs.Page page =
                jobs.page(onlyOpen ? Optional.of(JobStatus.OPEN) : Optional.empty(), Optional.empty(), 0, SHOWN);
        return page.items().isEmpty()
                ? "There are no %sjobs.".formatted(onlyOpen ? "open " : "")
                : lines(
                        "%d %sjobs:".formatted(page.total(), onlyOpen ? "open " : ""),
                        page.items().stream()
                                .map(job -> "#%s %s (%s)%s"
                                        .formatted(
                                                job.id(),
                                                job.title(),
                                                job.status().label().toLowerCase(java.util.Locale.ROOT),
                                                job.location()
                                                        .map(place -> ", " + place)
                                                        .orElse("")))
                                .toList());
    }

    private String listCandidates() {
        List<Candidate> newest = candidates.page(CandidateQuery.all(0, SHOWN)).items();
        return newest.isEmpty()
                ? "There are no candidates."
                : lines(
                        "The newest candidates:",
                        newest.stream()
                                .map(candidate -> "#%s %s%s"
                                        .formatted(
                                                candidate.id(),
                                                candidate.fullName(),
                                                candidate
                                                        .currentTitle()
                                                        .map(title -> ", " + title)
                                                        .orElse("")))
                                .toList());
    }

    private String matchCandidates(CurrentUser user, long id) {
        if (id < 1 || jobs.find(new JobId(id)).isEmpty()) {
            return missing("job", id);
        }
        Matching.Answer answer = matching.candidatesFor(user, new JobId(id), SHOWN);
        Map<CandidateId, String> names =
                candidates.all(answer.matches().stream().map(Match::candidate).toList()).stream()
                        .collect(Collectors.toMap(Candidate::id, Candidate::fullName));
        return answer.matches().isEmpty()
                ? "There are no candidates to compare."
                : lines(
                        "Best matches for job %d:".formatted(id),
                        answer.matches().stream()
                                .map(match -> "#%s %s, %d: %s"
                                        .formatted(
                                                match.candidate(),
                                                names.getOrDefault(match.candidate(), ""),
                                                match.score(),
                                                match.reason()))
                                .toList());
    }

    private String matchJobs(CurrentUser user, long id) {
        if (id < 1 || candidates.find(new CandidateId(id)).isEmpty()) {
            return missing("candidate", id);
        }
        Matching.Answer answer = matching.jobsFor(user, new CandidateId(id), SHOWN);
        Map<JobId, Job> open = jobs
                .all(answer.matches().stream().map(Match::job).toList())
                .stream()
                .collect(Collectors.toMap(Job::id, Function.identity()));
        return answer.matches().isEmpty()
                ? "There are no open jobs to compare."
                : lines(
                        "Best jobs for candidate %d:".formatted(id),
                        answer.matches().stream()
                                .map(match -> "#%s %s, %d: %s"
                                        .formatted(
                                                match.job(),
                                                Optional.ofNullable(open.get(match.job()))
                                                        .map(Job::title)
                                                        .orElse(""),
                                                match.score(),
                                                match.reason()))
                                .toList());
    }

    private String showApplications(long id) {
        if (id < 1 || jobs.find(new JobId(id)).isEmpty()) {
            return missing("job", id);
        }
        Applications.Page page = applications.page(Optional.of(new JobId(id)), Optional.empty(), 0, SHOWN);
        Map<CandidateId, String> names =
                candidates.all(page.items().stream().map(Application::candidate).toList()).stream()
                        .collect(Collectors.toMap(Candidate::id, Candidate::fullName));
        return page.items().isEmpty()
                ? "Job %d has no applications.".formatted(id)
                : lines(
                        "%d applications for job %d:".formatted(page.total(), id),
                        page.items().stream()
                                .map(application -> "#%s %s, %s"
                                        .formatted(
                                                application.id(),
                                                names.getOrDefault(application.candidate(), ""),
                                                application.status()))
                                .toList());
    }

    private long own(CurrentUser user, long id) {
        return jdbc.sql("select id from agent.conversation where id = ? and user_id = ?")
                .params(id, user.id().value())
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(() -> CrewyardException.notFound("Conversation", id));
    }

    private long open(CurrentUser user) {
        return jdbc.sql("insert into agent.conversation (user_id) values (?) returning id")
                .param(user.id().value())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private void write(long conversation, String author, String intent, String content) {
        jdbc.sql("insert into agent.message (conversation_id, author, intent, content) values (?, ?, ?, ?)")
                .params(conversation, author, intent, content)
                .update();
    }

    private static String missing(String kind, long id) {
        return "There is no %s %d.".formatted(kind, id);
    }

    private static String lines(String first, List<String> others) {
        return first + "\n" + String.join("\n", others);
    }
}
