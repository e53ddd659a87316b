package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Openings;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.MoveResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts a locked application into a stage and a state, with what follows from it: an opening filled or released, an
 * entry in the journal.
 */
@Component
class Placement {

    private final ApplicationStore store;
    private final Hiring hiring;
    private final Journal journal;

    Placement(ApplicationStore store, Hiring hiring, Journal journal) {
        this.store = store;
        this.hiring = hiring;
        this.journal = journal;
    }

    MoveResult toStage(Actor actor, Application before, StageId target) {
        Optional<Stage> stage = hiring.stage(target).filter(found -> found.job().equals(before.job()));
        if (stage.isEmpty()) {
            return new MoveResult.Refused(before, "That stage is gone; reload the board.");
        }
        if (before.state() == ApplicationState.WITHDRAWN) {
            return new MoveResult.Refused(before, "The candidate has withdrawn this application.");
        }
        ApplicationState state =
                stage.get().kind() == StageKind.HIRED ? ApplicationState.HIRED : ApplicationState.ACTIVE;
        if (before.stage().equals(target) && before.state() == state) {
            return new MoveResult.Moved(before, Optional.empty());
        }
        return place(actor, before, stage.get(), state, Optional.empty(), "application.moved");
    }

    MoveResult reject(Actor actor, Application before, Optional<Long> reason) {
        return switch (before.state()) {
            case REJECTED -> new MoveResult.Refused(before, "This application is rejected already.");
            case WITHDRAWN -> new MoveResult.Refused(before, "The candidate has withdrawn this application.");
            case ACTIVE, HIRED ->
                place(actor, before, present(before), ApplicationState.REJECTED, reason, "application.rejected");
        };
    }

    MoveResult withdraw(Actor actor, Application before) {
        return before.state() == ApplicationState.ACTIVE
                ? place(
                        actor,
                        before,
                        present(before),
                        ApplicationState.WITHDRAWN,
                        Optional.empty(),
                        "application.withdrawn")
                : new MoveResult.Refused(before, "This application is closed already.");
    }

    /** For a candidate who applies again. That is theirs alone, so nobody can undo it. */
    Application reopen(Actor actor, Application withdrawn, Stage stage) {
        Application reopened = required(
                place(actor, withdrawn, stage, ApplicationState.ACTIVE, Optional.empty(), "application.reopened"));
        store.forgetFormer(withdrawn.id());
        return reopened;
    }

    /** Takes the last move, hire or rejection back; once, and not what the candidate did. */
    MoveResult undo(Actor actor, Application before) {
        Optional<ApplicationStore.Former> former = store.former(before.id());
        if (former.isEmpty() || before.state() == ApplicationState.WITHDRAWN) {
            return new MoveResult.Refused(before, "There is nothing to undo.");
        }
        Stage stage = hiring.stage(former.get().stage()).orElseThrow();
        MoveResult result =
                place(actor, before, stage, former.get().state(), Optional.empty(), "application.move_undone");
        store.forgetFormer(before.id());
        return result;
    }

    Application toStatus(CurrentUser user, Application before, String status) {
        Actor actor = user.actor();
        if (status.equals(ApplicationState.REJECTED.code())) {
            return required(reject(actor, before, Optional.empty()));
        }
        if (status.equals(ApplicationState.WITHDRAWN.code())) {
            return required(withdraw(actor, before));
        }
        List<Stage> stages = hiring.stages(before.job());
        Stage target = stages.stream()
                .filter(stage -> stage.slug().equals(status))
                .findFirst()
                .or(() ->
                        status.equals(ApplicationState.HIRED.code()) ? Optional.of(stages.getLast()) : Optional.empty())
                .orElseThrow(() -> CrewyardException.invalid(
                        "status",
                        "\"%s\" is not one of %s, rejected, withdrawn."
                                .formatted(
                                        status, stages.stream().map(Stage::slug).collect(Collectors.joining(", ")))));
        return required(toStage(actor, before, target.id()));
    }

    private MoveResult place(
            Actor actor, Application before, Stage stage, ApplicationState state, Optional<Long> reason, String type) {
        store.place(before, stage.id(), state, reason);
        Optional<Openings> openings = settleOpening(before, state);
        Happening happening = ApplicationEditor.subject(Happening.of(type), before)
                .with("from", before.status())
                .with("to", state == ApplicationState.ACTIVE ? stage.slug() : state.code())
                .with("from_stage", before.stage().value())
                .with("to_stage", stage.id().value());
        Application after = required(before.id());
        journal.append(
                actor,
                after.rejectionReason()
                        .map(label -> happening.with("reason", label))
                        .orElse(happening));
        if (state == ApplicationState.HIRED) {
            journal.append(actor, ApplicationEditor.subject(Happening.of("application.hired"), before));
        }
        return new MoveResult.Moved(after, openings);
    }

    private Optional<Openings> settleOpening(Application before, ApplicationState state) {
        if (state == ApplicationState.HIRED && before.state() != ApplicationState.HIRED) {
            return Optional.of(hiring.fillOpening(before.job(), before.id()));
        }
        if (state != ApplicationState.HIRED && before.state() == ApplicationState.HIRED) {
            hiring.releaseOpening(before.id());
        }
        return Optional.empty();
    }

    private Stage present(Application application) {
        return hiring.stage(application.stage()).orElseThrow();
    }

    private Application required(ApplicationId id) {
        return store.find(id).orElseThrow();
    }

    private static Application required(MoveResult result) {
        return switch (result) {
            case MoveResult.Moved moved -> moved.application();
            case MoveResult.Stale stale ->
                throw CrewyardException.of(com.crewyard.kernel.Problem.STALE, stale.sentence());
            case MoveResult.Refused refused ->
                throw CrewyardException.of(com.crewyard.kernel.Problem.INCONSISTENT, refused.sentence());
        };
    }
}
