package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.parsing.ResumeSection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections of one resume, found when somebody asks: most candidates of a pool are never explained. */
final class Sections {

    private final String text;
    private volatile @Nullable List<ResumeSection> found;

    Sections(String text) {
        this.text = text;
    }

    List<ResumeSection> all() {
        List<ResumeSection> known = found;
        if (known == null) {
            known = ResumeSection.of(text);
            found = known;
        }
        return known;
    }

    Optional<ResumeSection.Kind> at(int offset) {
        return all().stream()
                .filter(section -> section.start() <= offset && offset < section.end())
                .map(ResumeSection::kind)
                .findFirst();
    }

    /** Whether half of a stretch, or half of a section of the kind, is the other's. */
    boolean holds(ResumeSection.Kind kind, int start, int end) {
        return all().stream()
                .filter(section -> section.kind() == kind)
                .anyMatch(section ->
                        2 * section.overlap(start, end) >= Math.min(end - start, section.end() - section.start()));
    }
}
