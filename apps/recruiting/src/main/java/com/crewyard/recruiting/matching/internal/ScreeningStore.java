package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.matching.Screening;
import com.crewyard.recruiting.matching.Screening.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was answered to the questions of a job. */
@Repository
public class ScreeningStore {

    private final JdbcClient jdbc;
    private final Hiring hiring;

    ScreeningStore(JdbcClient jdbc, Hiring hiring) {
        this.jdbc = jdbc;
        this.hiring = hiring;
    }

    /**
     * @param wanted answers by question; those to questions that are no longer asked are left out
     * @param of whose answers are read; empty for everybody's
     */
    public Screening of(JobId job, Map<Long, String> wanted, Optional<CandidateId> of) {
        if (wanted.isEmpty()) {
            return Screening.NONE;
        }
        List<Wanted> asked = hiring.questions(job).stream()
                .filter(question -> wanted.containsKey(question.id()))
                .map(question -> wanted(question, wanted.getOrDefault(question.id(), "")))
                .toList();
        Map<CandidateId, Map<Long, String>> answers = new HashMap<>();
        jdbc.sql("""
                        select application.candidate_id, answer.question_id, answer.value
                        from pipeline.answer
                        join pipeline.application on application.id = answer.application_id
                        where application.job_id = ? and answer.question_id = any(?)
                          and (?::bigint is null or application.candidate_id = ?::bigint)""")
                .param(job.value())
                .param(asked.stream().map(Wanted::question).toArray(Long[]::new))
                .param(of.map(CandidateId::value).orElse(null))
                .param(of.map(CandidateId::value).orElse(null))
                .query(row -> {
                    answers.computeIfAbsent(new CandidateId(row.getLong(1)), _ -> new HashMap<>())
                            .put(row.getLong(2), row.getString(3));
                });
        return new Screening(asked, answers);
    }

    private static Wanted wanted(Question question, String value) {
        return new Wanted(question.id(), question.label(), question.kind() == QuestionKind.NUMBER, value);
    }
}
