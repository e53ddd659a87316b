package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.jobs.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
public class FormEditor {

    private static final int MOST_QUESTIONS = 50;
    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST_LABEL = 300;

    private final FormStore forms;

    FormEditor(FormStore forms) {
        this.forms = forms;
    }

    public void replace(JobId job, List<Question> questions) {
        check(questions);
        Set<Long> present = forms.of(job).stream().map(Question::id).collect(Collectors.toSet());
        Set<Long> kept =
                questions.stream().map(Question::id).filter(id -> id != 0).collect(Collectors.toSet());
        kept.stream().filter(id -> !present.contains(id)).findFirst().ifPresent(id -> {
            throw CrewyardException.notFound("Question", id);
        });
        forms.deleteAllBut(job, kept);
        for (int ordinal = 0; ordinal < questions.size(); ordinal++) {
            Question question = questions.get(ordinal);
            if (question.id() == 0) {
                forms.insert(job, ordinal, question);
            } else {
                forms.update(ordinal, question);
            }
        }
    }

    private static void check(List<Question> questions) {
        Violations violations = new Violations();
        violations.require(questions.size() <= MOST_QUESTIONS, "questions", "A form has at most 50 questions.");
        for (int index = 0; index < questions.size(); index++) {
            Question question = questions.get(index);
            String field = "questions[%d]".formatted(index);
            violations.require(
                    !question.label().isBlank() && question.label().length() <= LONGEST_LABEL,
                    field,
                    "A question has 1 to 300 characters.");
            long options = question.options().stream()
                    .filter(option -> !option.isBlank())
                    .distinct()
                    .count();
            violations.require(
                    !question.kind().hasOptions() || (options >= 2 && options <= MOST_OPTIONS),
                    field,
                    "\"%s\" needs from 2 to 50 different options.".formatted(question.label()));
        }
        violations.throwIfAny();
    }
}
