package com.crewyard.recruiting.live;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same frames by polling, for where WebSockets do not pass. */
@RestController
@ProcessRole.Only(ProcessRole.WEB)
class LivePoll {

    private static final int BATCH = 200;

    private final Journal journal;

    LivePoll(Journal journal) {
        this.journal = journal;
    }

    @Requires(Permission.JOBS_READ)
    @GetMapping("/live/poll")
    List<Frame> poll(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable JobId job,
            @RequestParam(required = false) @Nullable CandidateId candidate) {
        long position = journal.position();
        if (position - after > OrganizationFeed.MOST_REPLAYED) {
            return List.of(Frame.reset(position));
        }
        Frame.Topic topic = new Frame.Topic(Optional.ofNullable(job), Optional.ofNullable(candidate));
        return OrganizationFeed.seenFrom(topic, journal.after(after, BATCH));
    }
}
