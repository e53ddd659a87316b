package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.messaging.Draft;
import com.crewyard.recruiting.messaging.Messages;
import com.crewyard.recruiting.messaging.NewMessage;
import com.crewyard.recruiting.platform.PublicAddress;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.SavedSearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes to the owner of a saved search about who newly fits. */
@Component
class Alerts {

    private static final int MOST_NAMED = 10;

    private final People people;
    private final Candidates candidates;
    private final Messages messages;
    private final PublicAddress address;

    Alerts(People people, Candidates candidates, Messages messages, PublicAddress address) {
        this.people = people;
        this.candidates = candidates;
        this.messages = messages;
        this.address = address;
    }

    /** In the transaction that finds them. Somebody who may no longer see candidates is told nothing. */
    void tell(SavedSearch search, List<CandidateId> news) {
        Optional<User> owner = people.find(search.owner())
                .filter(User::active)
                .filter(user -> user.role().may(Permission.CANDIDATES_READ));
        if (owner.isEmpty() || news.isEmpty()) {
            return;
        }
        String subject = news.size() == 1
                ? "A new candidate fits “%s”".formatted(search.name())
                : "%d new candidates fit “%s”".formatted(news.size(), search.name());
        messages.queueUnattended(
                Actor.SYSTEM,
                new NewMessage(
                        Optional.empty(),
                        Optional.empty(),
                        owner.get().email(),
                        Optional.empty(),
                        new Draft(plain(subject), plain(body(search, news))),
                        Map.of()));
    }

    private String body(SavedSearch search, List<CandidateId> news) {
        StringBuilder body = new StringBuilder("New for your saved search “%s”:\n\n".formatted(search.name()));
        for (Candidate candidate : candidates.all(news.subList(0, Math.min(MOST_NAMED, news.size())))) {
            body.append(candidate.fullName());
            candidate.currentTitle().ifPresent(title -> body.append(", ").append(title));
            address.linkTo(DocumentKey.of(candidate.id()).path())
                    .ifPresent(link -> body.append("\n").append(link));
            body.append("\n\n");
        }
        if (news.size() > MOST_NAMED) {
            body.append("and %d more.\n\n".formatted(news.size() - MOST_NAMED));
        }
        address.linkTo("/search/saved/" + search.id())
                .ifPresent(link -> body.append("All of them: ").append(link).append("\n\n"));
        return body.append("You asked for these messages when you saved the search; you can stop them there.\n")
                .toString();
    }

    /** Nothing that somebody wrote becomes a field to fill in. */
    private static String plain(String text) {
        return text.replaceAll("\\{\\{|}}", "");
    }
}
