package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.Likeness;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchAnswer.Hit;
import com.crewyard.recruiting.search.SearchRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Orders candidates who are like another by the meaning of what they did, where vectors of it are kept: those who are most
 * alike by words, skills and titles, as many as a request may ask for.
 */
@Component
class ByMeaning {

    private static final String CURSOR = "m";

    private final Likeness likeness;

    ByMeaning(Likeness likeness) {
        this.likeness = likeness;
    }

    /** What answers a request by words. */
    interface Words {
        SearchAnswer find(SearchRequest request);
    }

    SearchAnswer find(SearchRequest request, Words words) {
        Optional<DocumentKey> like = request.like()
                .filter(key -> key.kind() == Kind.CANDIDATE
                        && request.order() == Order.RELEVANCE
                        && request.kinds().equals(Set.of(Kind.CANDIDATE)));
        if (like.isEmpty()) {
            return words.find(request);
        }
        int from = request.after().map(ByMeaning::offset).orElse(0);
        SearchAnswer nearest = words.find(firstOf(request));
        Map<CandidateId, Double> nearness = likeness.of(
                new CandidateId(like.get().id()),
                nearest.hits().stream()
                        .map(hit -> new CandidateId(hit.key().id()))
                        .toList());
        if (nearness.isEmpty()) {
            return words.find(request);
        }
        List<Hit> ordered = nearest.hits().stream()
                .sorted(Comparator.comparingDouble((Hit hit) ->
                                nearness.getOrDefault(new CandidateId(hit.key().id()), -1.0))
                        .reversed())
                .toList();
        int to = Math.min(ordered.size(), from + request.limit());
        UnaryOperator<Note> said = note -> note.code() == Note.Code.BY_TERMS ? Note.of(Note.Code.BY_MEANING) : note;
        return new SearchAnswer(
                ordered.subList(Math.min(from, to), to),
                ordered.size(),
                nearest.exact() && nearest.next().isEmpty(),
                nearest.facets(),
                nearest.notes().stream().map(said).toList(),
                to < ordered.size() ? Optional.of(CURSOR + to) : Optional.empty());
    }

    private static SearchRequest firstOf(SearchRequest request) {
        return new SearchRequest(
                request.query(),
                request.kinds(),
                request.filters(),
                request.order(),
                SearchRequest.LONGEST,
                Optional.empty(),
                request.typing(),
                request.like(),
                request.among(),
                request.facets());
    }

    private static int offset(String cursor) {
        return cursor.matches(CURSOR + "\\d{1,3}") ? Integer.parseInt(cursor.substring(1)) : 0;
    }
}
