package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.CareerBreak;
import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.internal.profile.SectionSplitter.Block;
import com.crewyard.recruiting.parsing.internal.vocabulary.Section;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a profile together from what the readers of its parts find. Deterministic; linear in the length of the text. */
public final class ProfileReader {

    private static final int SUMMARY_WORDS = 12;

    private final Vocabulary vocabulary;

    public ProfileReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Of somebody whose name is not known. */
    public ResumeProfile read(ResumeText text, YearMonth reference) {
        return read(text, reference, "");
    }

    /**
     * @param reference the month that "present" means
     * @param person what they are called as far as is known, else blank
     */
    public ResumeProfile read(ResumeText text, YearMonth reference, String person) {
        List<DocLine> all = DocLine.of(text);
        KnownName known = KnownName.of(person);
        Optional<DocLine> named = known.line(all);
        List<DocLine> lines = all.stream()
                .filter(line -> !line.equals(named.orElse(null)))
                .filter(line -> !CareerBreak.in(line.text()).find())
                .toList();
        List<Block> blocks = SectionSplitter.split(lines);
        List<DocLine> header = lines(blocks, Section.HEADER);
        List<DocLine> contact = lines(blocks, Section.HEADER, Section.CONTACT);
        List<DocLine> top =
                lines.stream().limit(12).filter(line -> !contact.contains(line)).toList();
        List<DocLine> reachable = new ArrayList<>(contact);
        reachable.addAll(top);

        var emails = ContactReader.emails(text, lines);
        var location = HeaderReader.location(contact);
        var country = HeaderReader.country(contact, location);
        var name = named.map(known::in).or(() -> NameReader.read(lines, ContactReader.localPart(emails)));
        List<Work> work = new WorkHistoryReader(vocabulary, reference).read(sections(blocks, Section.WORK));
        List<DocLine> prose = lines(
                blocks,
                Section.HEADER,
                Section.SUMMARY,
                Section.WORK,
                Section.OTHER,
                Section.CERTIFICATIONS,
                Section.EDUCATION);

        return new ResumeProfile(
                name,
                name.flatMap(found -> HeaderReader.headline(header.isEmpty() ? top : header, found)),
                emails,
                PhoneReader.read(reachable, others(lines, reachable), country),
                location,
                ContactReader.links(text, lines, reachable),
                summary(blocks, header),
                work,
                new EducationReader().read(sections(blocks, Section.EDUCATION)),
                SkillsReader.read(lines(blocks, Section.SKILLS), prose, vocabulary),
                LanguageReader.read(
                        lines(blocks, Section.LANGUAGES),
                        lines(blocks, Section.HEADER, Section.CONTACT, Section.SKILLS, Section.OTHER)),
                CertificationReader.read(lines(blocks, Section.CERTIFICATIONS)),
                ExperienceMonths.union(work, reference));
    }

    private static List<DocLine> others(List<DocLine> lines, List<DocLine> without) {
        var known = new HashSet<>(without);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }

    private static List<DocLine> lines(List<Block> blocks, Section... sections) {
        List<Section> wanted = Arrays.asList(sections);
        return blocks.stream()
                .filter(block -> wanted.contains(block.section()))
                .flatMap(block -> block.lines().stream())
                .toList();
    }

    private static List<List<DocLine>> sections(List<Block> blocks, Section section) {
        return blocks.stream()
                .filter(block -> block.section() == section && !block.lines().isEmpty())
                .map(Block::lines)
                .toList();
    }

    /** The section that is called so, else the first paragraph of running text above the first heading. */
    private static Optional<Found<String>> summary(List<Block> blocks, List<DocLine> header) {
        Optional<List<DocLine>> section =
                sections(blocks, Section.SUMMARY).stream().findFirst();
        if (section.isPresent()) {
            return joined(section.get(), 0.9);
        }
        List<DocLine> paragraph = new ArrayList<>();
        for (DocLine line : header) {
            boolean prose = line.text().split("\\s+").length >= SUMMARY_WORDS
                    && line.text().indexOf('@') < 0
                    && line.text().indexOf('\t') < 0;
            if (prose
                    || !paragraph.isEmpty() && !line.gapBefore() && line.text().indexOf('@') < 0) {
                paragraph.add(line);
            }
        }
        return joined(paragraph, 0.6);
    }

    private static Optional<Found<String>> joined(List<DocLine> lines, double confidence) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String value = lines.stream().map(DocLine::text).collect(Collectors.joining("\n"));
        return Optional.of(new Found<>(
                value,
                confidence,
                lines.stream().map(line -> line.slice().span()).toList()));
    }
}
