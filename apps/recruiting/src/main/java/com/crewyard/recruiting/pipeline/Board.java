package com.crewyard.recruiting.pipeline;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.pipeline.internal.BoardStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A job's applications as columns of cards. A column is read in windows, so that thousands of cards stay usable. */
@Service
public class Board {

    /** How many cards of a column are read at a time. */
    public static final int WINDOW = 40;

    private final BoardStore store;
    private final Hiring hiring;

    Board(BoardStore store, Hiring hiring) {
        this.store = store;
        this.hiring = hiring;
    }

    /** How the cards of a column are ordered. */
    public enum Order {
        NEWEST("Newest in stage"),
        OLDEST("Longest in stage"),
        BEST("Best match");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@link #NEWEST} for anything unknown. */
        public static Order ofCode(String code) {
            for (Order order : values()) {
                if (order.code().equals(code)) {
                    return order;
                }
            }
            return NEWEST;
        }
    }

    /**
     * Which cards are shown.
     *
     * @param words parts of the name, headline or current title
     * @param closed rejected and withdrawn ones instead of those under way
     */
    public record Filter(
            Optional<String> words,
            Optional<Integer> minimumScore,
            Optional<String> source,
            Optional<String> tag,
            boolean closed,
            Order order) {

        public static final Filter NONE =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Order.NEWEST);

        public boolean narrows() {
            return words.isPresent() || minimumScore.isPresent() || source.isPresent() || tag.isPresent() || closed;
        }
    }

    /**
     * An application on the board.
     *
     * @param title what the candidate does now, or says of themselves
     * @param nextAction the earliest open task
     * @param resumeState waiting, parsed, unreadable; empty without a resume
     */
    public record Card(
            ApplicationId id,
            CandidateId candidate,
            StageId stage,
            ApplicationState state,
            String name,
            Optional<String> title,
            Optional<Integer> score,
            String source,
            Instant stageEnteredAt,
            Optional<String> nextAction,
            Optional<LocalDate> nextActionDue,
            Optional<String> resumeState,
            boolean undoable,
            int version) {}

    /** @param more whether further cards follow the last of these */
    public record Column(Stage stage, long count, List<Card> cards, boolean more) {}

    @Transactional(readOnly = true)
    public List<Column> columns(JobId job, Filter filter) {
        List<Stage> stages = hiring.stages(job);
        Map<StageId, Long> counts = store.counts(job, filter);
        Map<StageId, List<Card>> cards = store.firstCards(job, filter, WINDOW);
        return stages.stream()
                .map(stage -> {
                    List<Card> own = cards.getOrDefault(stage.id(), List.of());
                    long count = counts.getOrDefault(stage.id(), 0L);
                    return new Column(stage, count, own, count > own.size());
                })
                .toList();
    }

    /** The cards of a column that follow one of them. */
    @Transactional(readOnly = true)
    public List<Card> following(JobId job, StageId stage, Filter filter, ApplicationId last) {
        return store.following(job, stage, filter, last, WINDOW);
    }

    @Transactional(readOnly = true)
    public Map<StageId, Long> counts(JobId job, Filter filter) {
        return store.counts(job, filter);
    }

    /** The card as the filter shows it; empty when it hides it. */
    @Transactional(readOnly = true)
    public Optional<Card> card(JobId job, ApplicationId id, Filter filter) {
        return store.card(job, id, filter);
    }

    /** Where the applications of this job came from. */
    @Transactional(readOnly = true)
    public List<String> sources(JobId job) {
        return store.sources(job);
    }

    /** How many applications are under way, by job and stage. */
    @Transactional(readOnly = true)
    public Map<JobId, Map<StageId, Long>> activeCounts(List<JobId> jobs) {
        return store.activeCounts(jobs);
    }
}
