package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.ParseOutcome.Hostile;
import com.crewyard.recruiting.parsing.ParseOutcome.Parsed;
import com.crewyard.recruiting.parsing.ParseOutcome.TimedOut;
import com.crewyard.recruiting.parsing.ParseOutcome.Unreadable;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Recognised;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Refused;
import com.crewyard.recruiting.parsing.internal.profile.ProfileReader;
import com.crewyard.recruiting.parsing.internal.profile.TaxonomyVocabulary;
import com.crewyard.recruiting.parsing.internal.text.PlainText;
import com.crewyard.recruiting.parsing.internal.worker.ParserPool;
import com.crewyard.recruiting.parsing.internal.worker.WorkerAnswer;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.YearMonth;

/**
 * Reads resumes. Files are read by child processes under bounds of time and memory; what comes back is plain text,
 * which this process turns into a profile in linear time. Thread-safe; callers wait while all children are busy.
 */
public final class ResumeParser implements AutoCloseable {

    private final ParserPool pool;
    private final Taxonomies taxonomies;
    private final Clock clock;

    /** Reads with one taxonomy for everybody. */
    public ResumeParser(ParsingSettings settings, Clock clock, Taxonomy taxonomy) {
        this(settings, clock, () -> taxonomy);
    }

    /** Reads with the taxonomy of the organization in scope. */
    public ResumeParser(ParsingSettings settings, Clock clock, Taxonomies taxonomies) {
        this.pool = new ParserPool(
                settings.effectiveProcesses(),
                settings.timeLimit(),
                settings.memory(),
                settings.filesPerProcess(),
                settings.idle());
        this.taxonomies = taxonomies;
        this.clock = clock;
        if (settings.prestart()) {
            pool.prestart();
        }
    }

    /** Reads a file; "present" means the clock's month. */
    public ParseOutcome parse(byte[] bytes) {
        return parse(bytes, YearMonth.now(clock));
    }

    /**
     * Reads a file of somebody whose name is known, which is then read as nothing else.
     *
     * @param person as they gave it; blank when it is not known
     */
    public ParseOutcome parse(byte[] bytes, String person) {
        return parse(bytes, YearMonth.now(clock), person);
    }

    /**
     * Reads a file.
     *
     * @param reference the month that "present" means, so that the same file always gives the same profile
     */
    public ParseOutcome parse(byte[] bytes, YearMonth reference) {
        return parse(bytes, reference, "");
    }

    private ParseOutcome parse(byte[] bytes, YearMonth reference, String person) {
        if (bytes.length > ResumeFormat.MAX_BYTES) {
            return new Unreadable(
                    "This file has %,d bytes; at most %,d are read".formatted(bytes.length, ResumeFormat.MAX_BYTES));
        }
        return switch (ResumeFormat.detect(bytes)) {
            case Refused refused -> new Unreadable(refused.sentence());
            case Recognised recognised -> outcome(pool.read(bytes), reference, person);
        };
    }

    private ParseOutcome outcome(WorkerAnswer answer, YearMonth reference, String person) {
        return switch (answer) {
            case WorkerAnswer.Text(ResumeText text) -> profile(text, reference, person);
            case WorkerAnswer.Nothing(String reason) -> new Unreadable(reason);
            case WorkerAnswer.TooComplex(String reason) -> new Hostile(reason);
            case WorkerAnswer.TimedOut(var limit) -> new TimedOut(limit);
            case WorkerAnswer.Died(String reason) -> new Hostile(reason);
        };
    }

    /** Reads pasted text, in this process; "present" means the clock's month. */
    public ParseOutcome extract(String text) {
        return extract(text, YearMonth.now(clock));
    }

    /** Reads pasted text, in this process. */
    public ParseOutcome extract(String text, YearMonth reference) {
        return profile(PlainText.of(text), reference, "");
    }

    /**
     * Reads pasted text of somebody whose name is known.
     *
     * @param person as they gave it; blank when it is not known
     */
    public ParseOutcome extract(String text, String person) {
        return profile(PlainText.of(text), YearMonth.now(clock), person);
    }

    private ParseOutcome profile(ResumeText text, YearMonth reference, String person) {
        return text.text().isBlank()
                ? new Unreadable("There is no text")
                : new Parsed(
                        new ProfileReader(new TaxonomyVocabulary(taxonomies.current())).read(text, reference, person),
                        text);
    }

    /** Ends all children; files being read come back as hostile. */
    @Override
    public void close() {
        pool.close();
    }
}
