package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Gap;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Phrase;
import com.crewyard.recruiting.places.Place;
import java.util.List;

/** Whether the candidate is near enough to where the work is done. */
record LocationYardstick(double weight, List<Place> places, boolean remote) implements Yardstick {

    private static final double NOT_KNOWN = 0.5;

    static boolean appliesTo(JobView job) {
        return job.remote() || !job.places().isEmpty();
    }

    @Override
    public double value(Features candidate) {
        return remote ? 1 : worth(nearest(candidate));
    }

    private static double worth(Place.Nearness nearness) {
        return switch (nearness) {
            case SAME_CITY -> 1;
            case SAME_REGION -> 0.8;
            case SAME_COUNTRY -> 0.5;
            case ELSEWHERE -> 0.1;
            case UNKNOWN -> NOT_KNOWN;
        };
    }

    private Place.Nearness nearest(Features candidate) {
        if (candidate.view().place().isEmpty()) {
            return Place.Nearness.UNKNOWN;
        }
        Place home = candidate.view().place().get();
        Place.Nearness best = Place.Nearness.ELSEWHERE;
        for (Place place : places) {
            Place.Nearness nearness = home.to(place);
            if (worth(nearness) > worth(best)) {
                best = nearness;
            }
        }
        return best;
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        if (remote) {
            return new Criterion(
                    Criterion.Kind.LOCATION, share, 1, List.of(Phrase.of(Phrase.Pattern.REMOTE)), List.of(), List.of());
        }
        Place.Nearness nearness = nearest(candidate);
        Phrase.Pattern finding = switch (nearness) {
            case SAME_CITY -> Phrase.Pattern.SAME_CITY;
            case SAME_REGION -> Phrase.Pattern.SAME_REGION;
            case SAME_COUNTRY -> Phrase.Pattern.SAME_COUNTRY;
            case ELSEWHERE -> Phrase.Pattern.ELSEWHERE;
            case UNKNOWN -> Phrase.Pattern.PLACE_UNKNOWN;
        };
        List<Gap> missing = nearness == Place.Nearness.ELSEWHERE
                ? List.of(new Gap(Phrase.of(Phrase.Pattern.NEAR_WORK), share * (1 - worth(nearness)) * 100))
                : List.of();
        return new Criterion(
                Criterion.Kind.LOCATION, share, worth(nearness), List.of(Phrase.of(finding)), List.of(), missing);
    }
}
