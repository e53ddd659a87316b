package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Positions;
import com.crewyard.recruiting.candidates.ProfileValue.Studies;
import com.crewyard.recruiting.candidates.ProfileValue.Study;
import com.crewyard.recruiting.candidates.ProfileValue.Text;
import com.crewyard.recruiting.candidates.ProfileValue.Texts;
import com.crewyard.recruiting.candidates.internal.ParsedValues;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a person's work: the profile read from their latest readable resume, with what people corrected
 * in it, now or before that resume came.
 *
 * @param resume the one that was read; empty when none was
 * @param parsed as read, with the evidence of each value
 */
public record CandidateProfile(
        CandidateId candidate,
        Optional<ResumeId> resume,
        ResumeProfile parsed,
        Map<ProfileField, Correction> corrections) {

    public CandidateProfile {
        corrections = Map.copyOf(corrections);
    }

    /** Characters of the resume's text: the page counts from 1, the end is after the last character. */
    public record Evidence(int page, int start, int end) {
        static Evidence of(Span span) {
            return new Evidence(span.page(), span.start(), span.end());
        }
    }

    /** Where a field was read; empty once it is corrected. */
    public List<Evidence> evidence(ProfileField field) {
        return corrections.containsKey(field) ? List.of() : readAt(field);
    }

    /** Where a field was read, corrected or not. */
    public List<Evidence> readAt(ProfileField field) {
        return ParsedValues.evidence(parsed, field).stream().map(Evidence::of).toList();
    }

    /** Where each entry of a field of several was read, in the order of the entries as parsed. */
    public List<List<Evidence>> readAtEach(ProfileField field) {
        return ParsedValues.evidenceOfEach(parsed, field).stream()
                .map(spans -> spans.stream().map(Evidence::of).toList())
                .toList();
    }

    /** The correction when there is one, else what was read. */
    public ProfileValue value(ProfileField field) {
        Correction correction = corrections.get(field);
        return correction == null ? parsedValue(field) : correction.value();
    }

    public ProfileValue parsedValue(ProfileField field) {
        return ParsedValues.of(parsed, field);
    }

    public Optional<Correction> correction(ProfileField field) {
        return Optional.ofNullable(corrections.get(field));
    }

    /** A field of one text; empty when nothing is known. */
    public Optional<String> text(ProfileField field) {
        return value(field) instanceof Text(String text) && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** A field of many texts. */
    public List<String> texts(ProfileField field) {
        return value(field) instanceof Texts(List<String> texts) ? texts : List.of();
    }

    public List<Position> work() {
        return value(ProfileField.WORK) instanceof Positions(List<Position> positions) ? positions : List.of();
    }

    public List<Study> education() {
        return value(ProfileField.EDUCATION) instanceof Studies(List<Study> studies) ? studies : List.of();
    }

    /** Labels as the taxonomy prefers them, or as written. */
    public List<String> skills() {
        return texts(ProfileField.SKILLS);
    }

    /** Nothing was read and nothing corrected. */
    public boolean isEmpty() {
        return resume.isEmpty() && corrections.isEmpty();
    }
}
