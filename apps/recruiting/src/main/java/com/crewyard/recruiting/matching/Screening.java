package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import java.util.List;
import java.util.Map;

/**
 * What a job would like to hear on its questions, and what those who applied answered.
 *
 * @param answers by candidate, then by question; several choices one a line
 */
public record Screening(List<Wanted> wanted, Map<CandidateId, Map<Long, String>> answers) {

    public static final Screening NONE = new Screening(List.of(), Map.of());

    public Screening {
        wanted = List.copyOf(wanted);
        answers = Map.copyOf(answers);
    }

    /**
     * @param label the question
     * @param least whether the value is the least of a number
     * @param value the choice, yes or no, or the number
     */
    public record Wanted(long question, String label, boolean least, String value) {

        /** Whether an answer is what is wanted. */
        public boolean isMetBy(String answer) {
            if (!least) {
                return answer.lines().anyMatch(line -> line.strip().equalsIgnoreCase(value));
            }
            try {
                return Double.parseDouble(answer.strip()) >= Double.parseDouble(value);
            } catch (NumberFormatException _) {
                return false;
            }
        }
    }
}
