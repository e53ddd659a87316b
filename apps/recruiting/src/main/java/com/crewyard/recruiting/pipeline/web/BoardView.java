package com.crewyard.recruiting.pipeline.web;

import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Openings;
import com.crewyard.recruiting.messaging.Template;
import com.crewyard.recruiting.pipeline.Board.Column;
import com.crewyard.recruiting.pipeline.Board.Filter;
import com.crewyard.recruiting.pipeline.Pipeline.RejectionReason;
import java.util.List;

/**
 * A job's board as a page.
 *
 * @param query the filter as it stands in the address, to be repeated by what loads more
 * @param mayMove whether the reader may change where applications are
 * @param position of the journal when the board was read
 */
public record BoardView(
        Job job,
        Openings openings,
        List<Column> columns,
        Filter filter,
        String query,
        List<String> sources,
        List<RejectionReason> reasons,
        List<Template> letters,
        boolean mayMove,
        long position) {

    public long total() {
        return columns.stream().mapToLong(Column::count).sum();
    }

    public String path() {
        return "/jobs/%s/board".formatted(job.id());
    }
}
