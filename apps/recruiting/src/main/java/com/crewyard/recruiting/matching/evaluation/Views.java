package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.evaluation.DataFiles.Document;
import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ParseOutcome;
import com.crewyard.recruiting.parsing.ParsingSettings;
import com.crewyard.recruiting.parsing.ResumeParser;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.places.Places;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts as the engine is given them in the product: the resume parsed and blinded, the post with its first line as title. */
final class Views implements AutoCloseable {

    private static final double MONTHS_OF_A_YEAR = 12;

    private final ResumeParser parser;

    Views(Taxonomy taxonomy) {
        this.parser = new ResumeParser(ParsingSettings.DEFAULTS, Clock.systemUTC(), taxonomy);
    }

    CandidateView candidate(long number, String text) {
        return switch (parser.extract(text)) {
            case ParseOutcome.Parsed(ResumeProfile profile, var _) ->
                candidate(
                        number, text, profile, profile.name().map(Found::value).orElse(""));
            case ParseOutcome.Unreadable _, ParseOutcome.Hostile _, ParseOutcome.TimedOut _ ->
                candidate(number, text, ResumeProfile.EMPTY, "");
        };
    }

    /** @param name as the candidate's record has it */
    CandidateView candidate(long number, String text, String name) {
        return switch (parser.extract(text, name)) {
            case ParseOutcome.Parsed(ResumeProfile profile, var _) -> candidate(number, text, profile, name);
            case ParseOutcome.Unreadable _, ParseOutcome.Hostile _, ParseOutcome.TimedOut _ ->
                candidate(number, text, ResumeProfile.EMPTY, name);
        };
    }

    private static CandidateView candidate(long number, String text, ResumeProfile profile, String name) {
        return new CandidateView(
                new CandidateId(number),
                titles(profile).stream()
                        .map(title -> BlindText.ofPerson(title, name).text())
                        .toList(),
                BlindText.ofPerson(profile.headline().map(Found::value).orElse(""), name),
                profile.skills().stream().map(skill -> skill.value().label()).toList(),
                profile.totalExperienceMonths().map(months -> Math.floor(months / MONTHS_OF_A_YEAR)),
                profile.location().map(Found::value).flatMap(Places::of),
                BlindText.forRanking(
                        text,
                        name,
                        profile.education().stream()
                                .flatMap(education -> education.institution().stream())
                                .map(Found::value)
                                .toList()));
    }

    /** The position that still lasts, else the one that ended last, before the others. */
    private static List<String> titles(ResumeProfile profile) {
        Set<String> titles = new LinkedHashSet<>();
        profile.work().stream()
                .filter(ResumeProfile.Work::current)
                .findFirst()
                .or(() -> profile.work().stream()
                        .filter(work -> work.end().isPresent())
                        .max(Comparator.comparing(
                                work -> work.end().orElseThrow().value().latest())))
                .flatMap(ResumeProfile.Work::title)
                .map(Found::value)
                .ifPresent(titles::add);
        profile.work().stream()
                .flatMap(work -> work.title().stream())
                .map(Found::value)
                .forEach(titles::add);
        return List.copyOf(titles);
    }

    static JobView job(long number, Document post) {
        String text = post.text().strip();
        int end = text.indexOf('\n');
        String title = end < 0 ? text : text.substring(0, end);
        return new JobView(
                new JobId(number),
                title.strip(),
                List.of(),
                false,
                List.of(),
                List.of(),
                end < 0 ? "" : text.substring(end + 1));
    }

    @Override
    public void close() {
        parser.close();
    }
}
