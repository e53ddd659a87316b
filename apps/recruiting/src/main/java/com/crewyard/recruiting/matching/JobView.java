package com.crewyard.recruiting.matching;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.places.Place;
import java.util.List;

/**
 * What a match reads of a job.
 *
 * @param title as written
 * @param places where the work is done
 * @param remote whether it can be done from anywhere
 * @param description Markdown or plain text, empty when there is none
 * @param weights of the criteria
 */
public record JobView(
        JobId id,
        String title,
        List<Place> places,
        boolean remote,
        List<String> requiredSkills,
        List<String> niceToHaveSkills,
        String description,
        Weights weights,
        Screening screening) {

    /** Weighed by the standard, without wanted answers. */
    public JobView(
            JobId id,
            String title,
            List<Place> places,
            boolean remote,
            List<String> requiredSkills,
            List<String> niceToHaveSkills,
            String description) {
        this(
                id,
                title,
                places,
                remote,
                requiredSkills,
                niceToHaveSkills,
                description,
                Weights.STANDARD,
                Screening.NONE);
    }

    /** The same job, weighed otherwise. */
    JobView weighed(Weights otherwise) {
        return new JobView(
                id, title, places, remote, requiredSkills, niceToHaveSkills, description, otherwise, screening);
    }

    public JobView {
        places = List.copyOf(places);
        requiredSkills = List.copyOf(requiredSkills);
        niceToHaveSkills = List.copyOf(niceToHaveSkills);
    }
}
