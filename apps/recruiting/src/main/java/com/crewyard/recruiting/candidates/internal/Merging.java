package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Merge;
import com.crewyard.recruiting.candidates.MergeParticipant;
import com.crewyard.recruiting.candidates.MergePreview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes one candidate of two, and two of one again. */
@Component
public class Merging {

    private final CandidateStore candidates;
    private final IdentifierStore identifiers;
    private final MergeStore merges;
    private final ProfileKeeper profiles;
    private final ObjectProvider<MergeParticipant> participants;

    Merging(
            CandidateStore candidates,
            IdentifierStore identifiers,
            MergeStore merges,
            ProfileKeeper profiles,
            ObjectProvider<MergeParticipant> participants) {
        this.candidates = candidates;
        this.identifiers = identifiers;
        this.merges = merges;
        this.profiles = profiles;
        this.participants = participants;
    }

    public MergePreview preview(Candidate kept, Candidate merged) {
        List<MergePreview.Choice> choices = Arrays.stream(CandidateField.values())
                .filter(field -> !kept.text(field).equals(merged.text(field)))
                .map(field -> new MergePreview.Choice(field, kept.text(field), merged.text(field), isGap(kept, field)))
                .toList();
        List<String> moves = new ArrayList<>();
        for (String table : MergeStore.TABLES) {
            long count = merges.count(table, merged.id());
            if (count > 0) {
                moves.add("%d %s%s".formatted(count, table, count == 1 ? "" : "s"));
            }
        }
        participants.orderedStream().forEach(participant -> moves.addAll(participant.preview(kept.id(), merged.id())));
        return new MergePreview(kept, merged, choices, moves);
    }

    public long merge(UserId by, Candidate kept, Candidate merged, Set<CandidateField> taken) {
        MergeMemory.State before = state(kept.id());
        Map<String, List<Long>> rows = new HashMap<>();
        MergeStore.TABLES.forEach(table -> rows.put(table, merges.moveAll(table, merged.id(), kept.id())));
        List<String> tags = merges.copyTags(merged.id(), kept.id());
        List<String> corrections = merges.copyCorrections(merged.id(), kept.id());
        identifiers.add(kept.id(), identifiers.of(merged.id()));
        takeFields(kept, merged, taken);
        Map<String, String> memories = new HashMap<>();
        participants
                .orderedStream()
                .forEach(participant -> memories.put(participant.name(), participant.move(kept.id(), merged.id())));
        merges.hide(merged.id(), kept.id());
        if (!rows.getOrDefault("resume", List.of()).isEmpty() || !corrections.isEmpty()) {
            profiles.refresh(kept.id());
        }
        MergeMemory memory = new MergeMemory(before, state(kept.id()), rows, tags, corrections, memories);
        return merges.insert(kept.id(), merged.id(), by, memory);
    }

    public void undo(Merge merge) {
        CandidateId kept = merge.kept();
        CandidateId merged = merge.merged();
        MergeMemory memory = merges.memory(merge.id());
        MergeMemory.State now = state(kept);
        merges.show(merged);
        memory.rows().forEach((table, ids) -> merges.moveBack(table, ids, kept, merged));
        merges.removeTags(kept, memory.tags());
        merges.removeCopiedCorrections(merged, kept, memory.corrections());
        memory.before().identifiersWithout(memory.after()).forEach(lost -> identifiers.add(kept, List.of(lost)));
        memory.after().identifiersWithout(memory.before()).forEach(gained -> identifiers.remove(kept, gained));
        restoreFields(kept, memory, now);
        participants
                .orderedStream()
                .filter(participant -> memory.participants().containsKey(participant.name()))
                .forEach(participant -> participant.restore(
                        kept, merged, memory.participants().getOrDefault(participant.name(), "{}")));
        if (!now.equals(memory.after())) {
            profiles.refresh(kept);
        }
        merges.markUndone(merge.id());
    }

    private void takeFields(Candidate kept, Candidate merged, Set<CandidateField> taken) {
        Map<CandidateField, Optional<String>> values = new EnumMap<>(CandidateField.class);
        Set<CandidateField> edited = EnumSet.noneOf(CandidateField.class);
        edited.addAll(kept.edited());
        for (CandidateField field : CandidateField.values()) {
            boolean isTaken = taken.contains(field) || isGap(kept, field);
            if (isTaken && merged.text(field).isPresent()) {
                values.put(field, merged.text(field));
                if (taken.contains(field) || merged.edited().contains(field)) {
                    edited.add(field);
                }
            }
        }
        candidates.update(kept.id(), new CandidateChanges(values), edited);
    }

    /** Nothing is known; a field that a person cleared is no gap. */
    private static boolean isGap(Candidate kept, CandidateField field) {
        return kept.text(field).isEmpty() && !kept.edited().contains(field);
    }

    /** Leaves what somebody changed since the merge. */
    private void restoreFields(CandidateId kept, MergeMemory memory, MergeMemory.State now) {
        Map<CandidateField, Optional<String>> values = new EnumMap<>(CandidateField.class);
        Set<CandidateField> edited = EnumSet.noneOf(CandidateField.class);
        for (CandidateField field : CandidateField.values()) {
            Optional<String> before = value(memory.before(), field);
            Optional<String> after = value(memory.after(), field);
            boolean isUntouched =
                    value(now, field).equals(after) && isEdited(now, field) == isEdited(memory.after(), field);
            if (isUntouched && !before.equals(after)) {
                values.put(field, before);
            }
            if (isUntouched ? isEdited(memory.before(), field) : isEdited(now, field)) {
                edited.add(field);
            }
        }
        candidates.update(kept, new CandidateChanges(values), edited);
        if (now.skills().equals(memory.after().skills())) {
            candidates.updateSkills(kept, memory.before().skills());
        }
    }

    private MergeMemory.State state(CandidateId id) {
        return MergeMemory.State.of(candidates.find(id).orElseThrow(), identifiers.of(id));
    }

    private static Optional<String> value(MergeMemory.State state, CandidateField field) {
        return Optional.ofNullable(state.fields().get(field.code()));
    }

    private static boolean isEdited(MergeMemory.State state, CandidateField field) {
        return state.edited().contains(field.code());
    }
}
