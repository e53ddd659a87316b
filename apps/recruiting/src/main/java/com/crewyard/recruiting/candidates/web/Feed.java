package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.CandidateFrames;
import com.crewyard.recruiting.candidates.FeedWording;
import com.crewyard.recruiting.candidates.Note;
import com.crewyard.recruiting.candidates.Notes;
import com.crewyard.recruiting.candidates.internal.Mentions;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a candidate's journal into sentences, with the notes in line. */
@Component
@ProcessRole.Only(ProcessRole.WEB)
class Feed {

    private static final int LENGTH = 50;

    private final Journal journal;
    private final Notes notes;
    private final People people;
    private final CandidateFrames frames;
    private final ObjectProvider<FeedWording> wordings;

    Feed(Journal journal, Notes notes, People people, CandidateFrames frames, ObjectProvider<FeedWording> wordings) {
        this.journal = journal;
        this.notes = notes;
        this.people = people;
        this.frames = frames;
        this.wordings = wordings;
    }

    FeedView of(CandidateId candidate, long before, CurrentUser reader, Words words, String typed, String error) {
        List<Activity> entries = journal.of(candidate, before, LENGTH);
        Map<Long, String> sentences = new HashMap<>();
        wordings.orderedStream().forEach(wording -> wording.of(entries, words).forEach(sentences::putIfAbsent));
        Map<Long, Note> written = notes.of(candidate).stream().collect(Collectors.toMap(Note::id, Function.identity()));
        Pattern mention = Mentions.pattern(people.all());
        List<FeedView.Entry> shown = entries.stream()
                .map(entry -> entry(entry, sentences, written, mention, reader))
                .toList();
        String older = entries.size() < LENGTH
                ? ""
                : "/candidates/%s/activity?before=%d"
                        .formatted(candidate, entries.getLast().position());
        return new FeedView(frames.of(candidate), shown, older, typed, error);
    }

    private static FeedView.Entry entry(
            Activity entry, Map<Long, String> sentences, Map<Long, Note> written, Pattern mention, CurrentUser reader) {
        Optional<Note> note = entry.type().equals("note.added") && entry.data().get("note") instanceof Number id
                ? Optional.ofNullable(written.get(id.longValue()))
                : Optional.empty();
        return new FeedView.Entry(
                entry.actor().name(),
                sentences.getOrDefault(entry.position(), entry.type().replaceAll("[._]", " ")),
                entry.at(),
                note,
                note.map(found -> pieces(found.body(), mention)).orElse(List.of()),
                note.flatMap(Note::author).filter(reader.id()::equals).isPresent());
    }

    private static List<FeedView.Piece> pieces(String body, Pattern mention) {
        List<FeedView.Piece> pieces = new ArrayList<>();
        Matcher matcher = mention.matcher(body);
        int at = 0;
        while (matcher.find()) {
            pieces.add(new FeedView.Piece(body.substring(at, matcher.start()), false));
            pieces.add(new FeedView.Piece(matcher.group(), true));
            at = matcher.end();
        }
        pieces.add(new FeedView.Piece(body.substring(at), false));
        return pieces;
    }
}
