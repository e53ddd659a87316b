package com.crewyard.recruiting.pipeline;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.messaging.TemplateId;
import com.crewyard.recruiting.pipeline.internal.Letters;
import com.crewyard.recruiting.pipeline.internal.Mover;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves applications through the stages of their jobs. */
@Service
public class Pipeline {

    private final Mover mover;
    private final Letters letters;

    Pipeline(Mover mover, Letters letters) {
        this.mover = mover;
        this.letters = letters;
    }

    /** Why people are rejected, as the organization words it. */
    public record RejectionReason(long id, String label) {}

    /** What came of a change to many: those it was done to, and why it was not to the others. */
    public record BulkResult(List<Application> changed, List<MoveResult> refused) {}

    /**
     * Moves an application to a stage; the stage that hires fills an opening.
     *
     * @param seenVersion the version the person saw, so that of two who move at once one hears of the other
     */
    @Transactional
    public MoveResult move(CurrentUser user, ApplicationId id, StageId target, int seenVersion) {
        return mover.move(user.actor(), id, target, seenVersion);
    }

    /**
     * @param reason one of {@link #rejectionReasons()}
     * @param letter the template of a message to the candidate, queued with the rejection
     */
    @Transactional
    public MoveResult reject(
            CurrentUser user, ApplicationId id, Optional<Long> reason, Optional<TemplateId> letter, int seenVersion) {
        MoveResult result = mover.reject(user.actor(), id, reason, seenVersion);
        if (result instanceof MoveResult.Moved moved && letter.isPresent()) {
            letters.send(user, moved.application(), letter.get());
        }
        return result;
    }

    /** Takes back the last move, hire or rejection. */
    @Transactional
    public MoveResult undo(CurrentUser user, ApplicationId id, int seenVersion) {
        return mover.undo(user.actor(), id, seenVersion);
    }

    /** The candidate's own decision. */
    @Transactional
    public MoveResult withdraw(Actor actor, ApplicationId id) {
        return mover.withdraw(actor, id);
    }

    @Transactional
    public BulkResult moveAll(CurrentUser user, Collection<ApplicationId> ids, StageId target) {
        return mover.moveAll(user.actor(), ids, target);
    }

    @Transactional
    public BulkResult rejectAll(
            CurrentUser user, Collection<ApplicationId> ids, Optional<Long> reason, Optional<TemplateId> letter) {
        BulkResult result = mover.rejectAll(user.actor(), ids, reason);
        letter.ifPresent(
                template -> result.changed().forEach(application -> letters.send(user, application, template)));
        return result;
    }

    @Transactional
    public List<RejectionReason> rejectionReasons() {
        return mover.rejectionReasons();
    }

    /** @throws CrewyardException when there is one of that wording */
    @Transactional
    public RejectionReason addRejectionReason(String label) {
        return mover.addRejectionReason(label);
    }
}
