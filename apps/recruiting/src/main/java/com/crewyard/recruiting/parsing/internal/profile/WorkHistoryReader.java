package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import com.crewyard.recruiting.parsing.Span;
import com.crewyard.recruiting.parsing.internal.vocabulary.Organisations;
import com.crewyard.recruiting.parsing.internal.vocabulary.Places;
import com.crewyard.recruiting.parsing.internal.vocabulary.Titles;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads positions. */
final class WorkHistoryReader implements EntryFinder.Judge {

    private final Vocabulary vocabulary;
    private final YearMonth reference;

    WorkHistoryReader(Vocabulary vocabulary, YearMonth reference) {
        this.vocabulary = vocabulary;
        this.reference = reference;
    }

    @Override
    public boolean isComplete(List<Slice> headers) {
        WorkHeading heading = WorkHeading.of(headers, WorkHeading.Order.UNKNOWN, vocabulary);
        return heading.title().isPresent() && heading.employer().isPresent();
    }

    @Override
    public double evidence(Slice phrase) {
        String text = phrase.text();
        return Places.isPlace(text) ? 1 : Titles.score(text) + Organisations.employerScore(text);
    }

    List<Work> read(List<List<DocLine>> sections) {
        List<Work> work = new ArrayList<>();
        for (List<DocLine> section : sections) {
            List<Entry> entries = EntryFinder.find(section, this);
            work.addAll(read(entries, order(entries)));
        }
        return work;
    }

    /** The order of titles and employers in headings that leave no doubt. */
    private WorkHeading.Order order(List<Entry> entries) {
        double titleFirst = 0;
        for (Entry entry : entries) {
            WorkHeading heading = WorkHeading.of(entry.headers(), WorkHeading.Order.UNKNOWN, vocabulary);
            if (heading.title().isPresent() && heading.employer().isPresent() && heading.margin() > 1) {
                titleFirst += heading.titleFirst() ? 1 : -1;
            }
        }
        return titleFirst == 0
                ? WorkHeading.Order.UNKNOWN
                : titleFirst > 0 ? WorkHeading.Order.TITLE_FIRST : WorkHeading.Order.EMPLOYER_FIRST;
    }

    private List<Work> read(List<Entry> entries, WorkHeading.Order order) {
        List<Work> work = new ArrayList<>();
        Optional<Slice> employer = Optional.empty();
        Optional<Slice> place = Optional.empty();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            WorkHeading heading = WorkHeading.of(entry.headers(), order, vocabulary);
            boolean groups = heading.title().isEmpty()
                    && heading.employer().isPresent()
                    && entry.body().isEmpty()
                    && i + 1 < entries.size()
                    && isRole(entries.get(i + 1), order);
            if (groups) {
                employer = heading.employer();
                place = heading.location();
                continue;
            }
            boolean inherits = heading.employer().isEmpty() && heading.title().isPresent();
            if (!inherits) {
                employer = heading.employer();
                place = heading.location();
            }
            Optional<Slice> where = inherits ? heading.location().or(latest(place)) : heading.location();
            if (heading.title().isPresent() || heading.employer().isPresent()) {
                work.add(position(entry, heading.title(), employer, where, confidence(heading, inherits)));
            }
        }
        return work;
    }

    private static java.util.function.Supplier<Optional<Slice>> latest(Optional<Slice> place) {
        return () -> place;
    }

    private boolean isRole(Entry entry, WorkHeading.Order order) {
        WorkHeading heading = WorkHeading.of(entry.headers(), order, vocabulary);
        return heading.title().isPresent() && heading.employer().isEmpty();
    }

    private static double confidence(WorkHeading heading, boolean inherits) {
        if (heading.title().isEmpty() || heading.employer().isEmpty()) {
            return inherits ? 0.75 : 0.5;
        }
        return Math.clamp(0.6 + 0.1 * heading.margin(), 0.6, 0.95);
    }

    private Work position(
            Entry entry, Optional<Slice> title, Optional<Slice> employer, Optional<Slice> location, double confidence) {
        Optional<DateRange> dates = entry.dates();
        var start = dates.flatMap(DateRange::start);
        var end = dates.flatMap(DateRange::end);
        boolean current = dates.map(DateRange::current).orElse(false);
        return new Work(
                employer.map(slice -> slice.found(confidence)),
                title.map(slice -> slice.found(confidence)),
                location.map(slice -> slice.found(0.8)),
                start,
                end,
                current,
                ExperienceMonths.between(start.map(Found::value), end.map(Found::value), current, reference),
                description(entry.body()));
    }

    static Optional<Found<String>> description(List<Slice> body) {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        String text = body.stream().map(Slice::text).collect(Collectors.joining("\n"));
        List<Span> spans = body.stream().map(Slice::span).toList();
        return Optional.of(new Found<>(text, 0.8, spans));
    }
}
