package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Identifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes candidates' records, keeping in step who decided a field and by what a person is recognised. */
@Component
public class RecordKeeper {

    private final CandidateStore candidates;
    private final IdentifierStore identifiers;

    RecordKeeper(CandidateStore candidates, IdentifierStore identifiers) {
        this.candidates = candidates;
        this.identifiers = identifiers;
    }

    /** Every value counts as a person's. */
    public CandidateId add(CandidateChanges values) {
        CandidateId id = candidates.insert(values, values.values().keySet());
        identifiers.add(
                id,
                values.values().entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream().flatMap(text -> Identifier.of(entry.getKey(), text).stream()))
                        .toList());
        return id;
    }

    /** What a person says. Returns the fields whose value became another. */
    public List<CandidateField> change(Candidate before, CandidateChanges changes) {
        Set<CandidateField> edited = EnumSet.noneOf(CandidateField.class);
        edited.addAll(before.edited());
        edited.addAll(changes.values().keySet());
        return write(before, changes, edited);
    }

    /** What a parser says: fills only what no person decided. */
    public List<CandidateField> fill(Candidate before, CandidateChanges found) {
        Map<CandidateField, Optional<String>> open = new EnumMap<>(CandidateField.class);
        found.values().forEach((field, value) -> {
            if (!before.edited().contains(field) && field != CandidateField.FULL_NAME) {
                open.put(field, value);
            }
        });
        return write(before, new CandidateChanges(open), before.edited());
    }

    private List<CandidateField> write(Candidate before, CandidateChanges changes, Set<CandidateField> edited) {
        List<CandidateField> changed = new ArrayList<>();
        changes.values().forEach((field, value) -> {
            if (!before.text(field).equals(value)) {
                changed.add(field);
            }
        });
        if (changed.isEmpty() && edited.equals(before.edited())) {
            return changed;
        }
        candidates.update(before.id(), changes, edited);
        for (CandidateField field : changed) {
            before.text(field)
                    .flatMap(text -> Identifier.of(field, text))
                    .ifPresent(old -> identifiers.remove(before.id(), old));
            changes.values()
                    .getOrDefault(field, Optional.empty())
                    .flatMap(text -> Identifier.of(field, text))
                    .ifPresent(next -> identifiers.add(before.id(), List.of(next)));
        }
        changed.sort(null);
        return changed;
    }
}
