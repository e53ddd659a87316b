package com.crewyard.recruiting.demo.internal.documents;

import com.crewyard.recruiting.demo.internal.documents.Sheet.Block;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Block.Bullet;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Block.Entry;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Block.Paragraph;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Design;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Part;
import com.crewyard.recruiting.demo.internal.documents.Sheet.Section;
import com.crewyard.recruiting.demo.internal.resumes.Dice;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource.Role;
import com.crewyard.recruiting.demo.internal.resumes.Texts;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides how a resume words its headings and dates, in which order, and how it looks. */
final class Typesetter {

    private static final List<Integer> ACCENTS =
            List.of(0x1f4d7a, 0x2b5d4f, 0x7a2e3b, 0x333333, 0x5b3f8c, 0x0f6b78, 0x8a5a12);
    private static final List<String> DATES = List.of("MMM yyyy", "MM/yyyy", "MMMM yyyy");
    private static final List<String> EMPLOYER_FORMS = List.of("title first", "employer first", "in one line");

    private final Texts wording = Texts.load("wording.txt");

    Sheet set(ResumeSource source, Dice dice, long number) {
        Locale locale = Locale.forLanguageTag(source.language());
        DateTimeFormatter dates = DateTimeFormatter.ofPattern(dice.pick(DATES), locale);
        String form = dice.pick(EMPLOYER_FORMS);
        List<Section> sections = new ArrayList<>();
        sections.add(section(source, dice, Part.SUMMARY, List.of(new Paragraph(source.summary()))));
        Section work = section(source, dice, Part.WORK, work(source, dates, form, present(source, dice)));
        Section education = section(source, dice, Part.EDUCATION, education(source));
        Section skills = section(source, dice, Part.SKILLS, skills(source, dice));
        if (dice.chance(0.3)) {
            sections.add(skills);
        }
        sections.add(work);
        sections.add(education);
        if (!sections.contains(skills)) {
            sections.add(skills);
        }
        sections.add(section(source, dice, Part.LANGUAGES, tongues(source, dice)));
        if (!source.certificates().isEmpty()) {
            sections.add(section(source, dice, Part.CERTIFICATES, certificates(source)));
        }
        return new Sheet(
                number,
                source.language(),
                source.name(),
                source.headline(),
                contacts(source),
                List.copyOf(sections),
                design(dice));
    }

    private static Design design(Dice dice) {
        return new Design(dice.pick(ACCENTS), dice.chance(0.35), dice.chance(0.4), dice.chance(0.35), dice.chance(0.6));
    }

    private Section section(ResumeSource source, Dice dice, Part part, List<Block> blocks) {
        String heading = dice.pick(
                wording.section("%s.%s".formatted(source.language(), part.name().toLowerCase(Locale.ROOT))));
        return new Section(part, heading, blocks);
    }

    private static List<String> contacts(ResumeSource source) {
        List<String> contacts = new ArrayList<>();
        contacts.add(source.email());
        source.writtenPhone().ifPresent(contacts::add);
        contacts.add(source.location());
        source.linkedin().map(url -> url.replace("https://www.", "")).ifPresent(contacts::add);
        source.website().ifPresent(contacts::add);
        return List.copyOf(contacts);
    }

    private String present(ResumeSource source, Dice dice) {
        return dice.pick(wording.section(source.language() + ".present"));
    }

    private static List<Block> work(ResumeSource source, DateTimeFormatter dates, String form, String present) {
        List<Block> blocks = new ArrayList<>();
        for (Role role : source.work()) {
            String period = dates.format(role.start()) + " – "
                    + role.end().map(dates::format).orElse(present);
            blocks.add(
                    switch (form) {
                        case "title first" -> new Entry(role.title(), period, role.employer() + ", " + role.location());
                        case "employer first" ->
                            new Entry(role.employer() + ", " + role.location(), period, role.title());
                        default -> new Entry(role.title() + ", " + role.employer(), period, "");
                    });
            role.duties().forEach(duty -> blocks.add(new Bullet(duty)));
        }
        return List.copyOf(blocks);
    }

    private static List<Block> education(ResumeSource source) {
        return source.education().stream()
                .<Block>map(study ->
                        new Entry(joined(study), "%d – %d".formatted(study.start(), study.end()), study.institution()))
                .toList();
    }

    private static String joined(ResumeSource.Study study) {
        return study.degree() + ", " + study.field();
    }

    private static List<Block> skills(ResumeSource source, Dice dice) {
        return switch (dice.between(0, 2)) {
            case 0 -> List.of(new Paragraph(String.join(", ", source.skills())));
            case 1 -> List.of(new Paragraph(String.join(" • ", source.skills())));
            default -> source.skills().stream().<Block>map(Bullet::new).toList();
        };
    }

    private static List<Block> tongues(ResumeSource source, Dice dice) {
        String form = dice.pick(List.of("%s (%s)", "%s – %s", "%s: %s"));
        return source.languages().stream()
                .<Block>map(tongue -> new Bullet(form.formatted(tongue.name(), tongue.level())))
                .toList();
    }

    private static List<Block> certificates(ResumeSource source) {
        return source.certificates().stream()
                .<Block>map(certificate -> new Bullet("%s (%d)".formatted(certificate.name(), certificate.year())))
                .toList();
    }
}
