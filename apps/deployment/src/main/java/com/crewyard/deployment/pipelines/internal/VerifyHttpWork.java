package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import java.util.Optional;

/** Asks an address until it answers well several times in a row; how often it did is the work's handle. */
record VerifyHttpWork(Stages stages, Sender sender, Work.VerifyHttp work) implements StageWork {

    @Override
    public Outcome look(Situation situation) throws InterruptedException {
        String url = situation.fill(work.url());
        Optional<String> problem =
                sender.probe(url, work.status(), work.contains().map(situation::fill));
        int good = problem.isPresent()
                ? 0
                : 1 + situation.row().handle().map(Integer::parseInt).orElse(0);
        if (good >= work.times()) {
            return new Outcome.Passed("%s answered well %d times in a row".formatted(url, good));
        }
        stages.handle(situation.row(), String.valueOf(good));
        stages.note(situation.row(), problem.orElse("%d of %d good answers".formatted(good, work.times())));
        return new Outcome.Later(work.every());
    }
}
