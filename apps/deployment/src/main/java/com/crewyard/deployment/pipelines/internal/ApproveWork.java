package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.Spoken;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import java.time.Duration;

/** Waits for a person. */
record ApproveWork(Stages stages, Work.Approve work) implements StageWork {

    private static final Duration UNTIL_SOMEBODY_ANSWERS = Duration.ofMinutes(1);

    @Override
    public Outcome look(Situation situation) {
        StageRow row = situation.row();
        if (row.approved().isEmpty()) {
            String question = situation.fill(work.message());
            stages.note(row, question.isEmpty() ? "somebody has to approve it" : question);
            Duration left = situation.stage().timeout().minus(situation.age());
            return new Outcome.Later(left.compareTo(UNTIL_SOMEBODY_ANSWERS) < 0 ? left : UNTIL_SOMEBODY_ANSWERS);
        }
        String who = row.approvedBy().orElse("somebody");
        return row.approved().get()
                ? new Outcome.Passed("%s approved it".formatted(who), java.util.Map.of("by", who))
                : Outcome.Failed.forGood("%s rejected it.".formatted(who));
    }

    @Override
    public Outcome giveUp(Situation situation) {
        return situation.row().approved().isPresent()
                ? look(situation)
                : Outcome.Failed.forGood("Nobody answered within %s."
                        .formatted(Spoken.of(situation.stage().timeout())));
    }
}
