package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateTask;
import com.crewyard.recruiting.candidates.Note;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one person has to do and look at.
 *
 * @param candidates of the mentions, by number
 */
public record TasksView(
        List<CandidateTask> tasks, List<Note> mentions, Map<Long, Candidate> candidates, LocalDate today) {

    public List<CandidateTask> overdue() {
        return tasks.stream().filter(task -> task.isOverdue(today)).toList();
    }

    public List<CandidateTask> upcoming() {
        return tasks.stream().filter(task -> !task.isOverdue(today)).toList();
    }

    public Optional<Candidate> candidateOf(Note note) {
        return Optional.ofNullable(candidates.get(note.candidate().value()));
    }
}
