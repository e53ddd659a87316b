package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.places.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a match reads of a candidate. There is no name, address, picture, age or gender here, and the resume's text only
 * comes {@link BlindText blinded}, so that no engine can rank by them.
 *
 * @param titles of positions, the present or latest one first
 * @param headline as the person puts it, blinded
 * @param skills by name, as far as known apart from the resume's text
 * @param experienceYears of work; empty when not known
 * @param place never below a city
 * @param resume the latest readable one, empty when there is none
 */
public record CandidateView(
        CandidateId id,
        List<String> titles,
        BlindText headline,
        List<String> skills,
        Optional<Double> experienceYears,
        Optional<Place> place,
        BlindText resume) {

    public CandidateView {
        titles = List.copyOf(titles);
        skills = List.copyOf(skills);
    }
}
