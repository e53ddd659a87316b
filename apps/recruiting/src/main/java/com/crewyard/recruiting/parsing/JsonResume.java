package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.internal.json.JsonResumeReader;
import com.crewyard.recruiting.parsing.internal.json.JsonResumeWriter;
import java.time.YearMonth;

/** Profiles as JSON Resume 1.0.0 documents (https://jsonresume.org/schema). */
public final class JsonResume {

    private JsonResume() {}

    /**
     * Reads a document. Its values are laid out as a text, so that every value of the profile has a source there.
     *
     * @param reference the month that a missing end date means
     * @return {@link ParseOutcome.Unreadable} when it is not JSON, or no JSON Resume
     */
    public static ParseOutcome read(String json, YearMonth reference) {
        return JsonResumeReader.read(json, reference);
    }

    /** A document with what the profile knows; fields without evidence are absent. */
    public static String write(ResumeProfile profile) {
        return JsonResumeWriter.write(profile);
    }
}
