package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile.Certification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads certificates, one a line. */
final class CertificationReader {

    private static final int MAX_LENGTH = 140;

    private CertificationReader() {}

    static List<Found<Certification>> read(List<DocLine> lines) {
        List<Found<Certification>> certifications = new ArrayList<>();
        for (DocLine line : lines) {
            EntryLine entry = line.isItem() ? EntryLine.ofItem(line) : EntryLine.of(line);
            if (line.continues() || entry.phrases().isEmpty() || line.slice().length() > MAX_LENGTH) {
                continue;
            }
            Slice name = entry.phrases().getFirst();
            Optional<PartialDate> date =
                    entry.dates().flatMap(range -> range.start().or(range::end)).map(Found::value);
            if (name.text().chars().filter(Character::isLetter).count() >= 3) {
                certifications.add(line.content().found(new Certification(name.text(), date), 0.8));
            }
        }
        return certifications;
    }
}
