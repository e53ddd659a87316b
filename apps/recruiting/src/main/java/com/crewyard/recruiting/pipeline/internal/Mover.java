package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.MoveResult;
import com.crewyard.recruiting.pipeline.Pipeline.BulkResult;
import com.crewyard.recruiting.pipeline.Pipeline.RejectionReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
public class Mover {

    private static final int MOST_AT_ONCE = 500;

    private final ApplicationStore store;
    private final RejectionReasonStore reasons;
    private final Placement placement;
    private final Hiring hiring;

    Mover(ApplicationStore store, RejectionReasonStore reasons, Placement placement, Hiring hiring) {
        this.store = store;
        this.reasons = reasons;
        this.placement = placement;
        this.hiring = hiring;
    }

    public MoveResult move(Actor actor, ApplicationId id, StageId target, int seenVersion) {
        return unlessStale(id, seenVersion, before -> placement.toStage(actor, before, target));
    }

    public MoveResult reject(Actor actor, ApplicationId id, Optional<Long> reason, int seenVersion) {
        checkReason(reason);
        return unlessStale(id, seenVersion, before -> placement.reject(actor, before, reason));
    }

    public MoveResult undo(Actor actor, ApplicationId id, int seenVersion) {
        return unlessStale(id, seenVersion, before -> placement.undo(actor, before));
    }

    public MoveResult withdraw(Actor actor, ApplicationId id) {
        return placement.withdraw(actor, locked(id));
    }

    public BulkResult moveAll(Actor actor, Collection<ApplicationId> ids, StageId target) {
        return onAll(ids, before -> placement.toStage(actor, before, target));
    }

    public BulkResult rejectAll(Actor actor, Collection<ApplicationId> ids, Optional<Long> reason) {
        checkReason(reason);
        return onAll(ids, before -> placement.reject(actor, before, reason));
    }

    public List<RejectionReason> rejectionReasons() {
        return reasons.all();
    }

    public RejectionReason addRejectionReason(String typed) {
        String label = typed.strip();
        if (label.isEmpty() || label.length() > 120) {
            throw CrewyardException.invalid("label", "A reason has 1 to 120 characters.");
        }
        return reasons.insert(label)
                .orElseThrow(() -> CrewyardException.of(
                        Problem.INCONSISTENT, "There is a reason \"%s\" already.".formatted(label)));
    }

    private MoveResult unlessStale(ApplicationId id, int seenVersion, Function<Application, MoveResult> change) {
        Application before = locked(id);
        return before.version() == seenVersion
                ? change.apply(before)
                : new MoveResult.Stale(
                        before, "Somebody moved this application first: it is in %s now.".formatted(placeOf(before)));
    }

    private BulkResult onAll(Collection<ApplicationId> ids, Function<Application, MoveResult> change) {
        if (ids.size() > MOST_AT_ONCE) {
            throw CrewyardException.invalid(
                    "applications",
                    "At most 500 applications are changed at once; these are %d.".formatted(ids.size()));
        }
        List<Application> changed = new ArrayList<>();
        List<MoveResult> refused = new ArrayList<>();
        for (Application application : store.lock(ids)) {
            MoveResult result = change.apply(application);
            if (result instanceof MoveResult.Moved moved) {
                changed.add(moved.application());
            } else {
                refused.add(result);
            }
        }
        return new BulkResult(List.copyOf(changed), List.copyOf(refused));
    }

    private Application locked(ApplicationId id) {
        return store.lock(id).orElseThrow(() -> CrewyardException.notFound("Application", id));
    }

    private void checkReason(Optional<Long> reason) {
        reason.filter(id -> reasons.all().stream().noneMatch(known -> known.id() == id))
                .ifPresent(id -> {
                    throw CrewyardException.invalid("reason", "There is no rejection reason %d.".formatted(id));
                });
    }

    private String placeOf(Application application) {
        return application.state() == ApplicationState.ACTIVE
                ? hiring.stage(application.stage()).map(Stage::name).orElse(application.stageSlug())
                : application.state().label();
    }
}
