package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.Applicant;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Identifier;
import com.crewyard.recruiting.candidates.Recognition;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides whether somebody who applies is known. */
@Component
public class Recognizer {

    private final CandidateStore candidates;
    private final IdentifierStore identifiers;
    private final RecordKeeper records;

    Recognizer(CandidateStore candidates, IdentifierStore identifiers, RecordKeeper records) {
        this.candidates = candidates;
        this.identifiers = identifiers;
        this.records = records;
    }

    public Recognition recognize(Applicant applicant) {
        CandidateChanges values = valuesOf(applicant);
        CandidateRules.check(values);
        List<Identifier> given = identifiersOf(applicant);
        identifiers.lock(given);
        for (IdentifierStore.Holder holder : identifiers.holders(given)) {
            if (isSamePerson(holder, applicant)) {
                // Somebody may have merged or deleted the holder in between; then the next one counts.
                Optional<Candidate> known = candidates.lock(holder.candidate());
                if (known.isPresent()) {
                    join(known.get(), values, given);
                    return new Recognition.Known(
                            holder.candidate(), holder.identifier().kind());
                }
            }
        }
        return new Recognition.Added(records.add(values));
    }

    /** Fills what was unknown about the person and remembers every identifier they use; nothing is overwritten. */
    private void join(Candidate known, CandidateChanges values, List<Identifier> given) {
        Map<CandidateField, Optional<String>> unknown = new EnumMap<>(CandidateField.class);
        values.values().forEach((field, value) -> {
            if (known.text(field).isEmpty() && value.isPresent()) {
                unknown.put(field, value);
            }
        });
        if (!unknown.isEmpty()) {
            records.change(known, new CandidateChanges(unknown));
        }
        identifiers.add(known.id(), given);
    }

    /** Families and offices share a phone, so a number alone needs a name that agrees. */
    private static boolean isSamePerson(IdentifierStore.Holder holder, Applicant applicant) {
        return holder.identifier().kind() != Identifier.Kind.PHONE
                || words(holder.fullName()).stream().anyMatch(words(applicant.fullName())::contains);
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CandidateChanges valuesOf(Applicant applicant) {
        CandidateChanges values = CandidateChanges.NONE.with(CandidateField.FULL_NAME, applicant.fullName());
        values = withGiven(values, CandidateField.EMAIL, applicant.email());
        values = withGiven(values, CandidateField.PHONE, applicant.phone());
        return withGiven(values, CandidateField.LINKEDIN_URL, applicant.linkedinUrl());
    }

    private static CandidateChanges withGiven(CandidateChanges values, CandidateField field, Optional<String> text) {
        return text.isEmpty() || text.get().isBlank() ? values : values.with(field, text);
    }

    private static List<Identifier> identifiersOf(Applicant applicant) {
        return Stream.of(
                        applicant.email().flatMap(Identifier::email),
                        applicant.phone().flatMap(Identifier::phone),
                        applicant.linkedinUrl().flatMap(Identifier::linkedin))
                .flatMap(Optional::stream)
                .toList();
    }
}
