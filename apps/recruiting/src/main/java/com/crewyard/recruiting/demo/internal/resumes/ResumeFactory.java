package com.crewyard.recruiting.demo.internal.resumes;

import com.crewyard.recruiting.demo.internal.resumes.ResumeSource.Certificate;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource.Role;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource.Study;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource.Tongue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes up people. The same seed, index and month make the same person. Thread-safe. */
public final class ResumeFactory {

    /** Trades with their languages; the more often it stands here, the more such resumes a corpus has. */
    private static final List<String> CORPUS = List.of(
            "nursing.en",
            "electrician.en",
            "chef.en",
            "accountant.en",
            "teaching.en",
            "warehouse.en",
            "software.en",
            "mechanical.en",
            "hotel.en",
            "logistics.en",
            "sales.en",
            "people.en",
            "mechanical.de",
            "hotel.fr",
            "sales.es",
            "nursing.de",
            "software.en",
            "chef.fr",
            "accountant.es",
            "nursing.en",
            "logistics.de");

    private final List<Trade> trades =
            CORPUS.stream().distinct().map(ResumeFactory::trade).toList();
    private final People people = new People();
    private final Texts words = Texts.load("words.txt");
    private final Texts wording = Texts.load("wording.txt");

    /** A person of the corpus, whose trades follow one another. */
    public ResumeSource resume(long seed, int index, YearMonth month) {
        return resume(seed, index, month, CORPUS.get(index % CORPUS.size()));
    }

    /** @param trade with its language, as {@code nursing.en} */
    public ResumeSource resume(long seed, int index, YearMonth month, String trade) {
        Trade wanted = trades.stream()
                .filter(known -> trade.equals(known.name() + "." + known.language()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no trade %s".formatted(trade)));
        return write(wanted, Dice.of(seed, index), index, month);
    }

    private ResumeSource write(Trade trade, Dice dice, int index, YearMonth month) {
        People.Person person = people.person(trade.language(), dice, index);
        Career career = new Career(trade, words.section(trade.language()), dice, month);
        List<Role> work = career.roles(person.location());
        List<String> skills = career.skills();
        Role latest = work.getFirst();
        return new ResumeSource(
                trade.name(),
                trade.language(),
                person.name(),
                dice.chance(0.6) ? latest.title() : latest.title() + " | " + skills.get(0) + ", " + skills.get(1),
                person.email(),
                person.phone(),
                person.writtenPhone(),
                person.location(),
                person.linkedin(),
                trade.name().equals("software") && dice.chance(0.6)
                        ? Optional.of("https://" + person.handle() + ".example.net")
                        : Optional.empty(),
                summary(trade, dice, latest.title(), career.years(), skills),
                work,
                studies(trade, dice, career),
                skills,
                tongues(trade.language(), person.firstLanguage(), dice),
                certificates(trade, dice, month));
    }

    private static String summary(Trade trade, Dice dice, String title, int years, List<String> skills) {
        String skill = skills.get(dice.between(0, 2));
        boolean commonNoun = skill.substring(1).equals(skill.substring(1).toLowerCase(Locale.ROOT))
                && !trade.language().equals("de")
                && !trade.name().equals("software");
        return dice.pick(trade.summaries())
                .replace("{title}", title)
                .replace("{years}", Integer.toString(Math.max(2, years)))
                .replace("{skill}", commonNoun ? skill.toLowerCase(Locale.ROOT) : skill);
    }

    private List<Study> studies(Trade trade, Dice dice, Career career) {
        List<String> lines = new ArrayList<>();
        lines.add(dice.pick(trade.studies()));
        if (dice.chance(0.25)) {
            lines.add(wording.line(trade.language() + ".school"));
        }
        List<Study> studies = new ArrayList<>();
        int end = career.start().getYear() - (career.start().getMonthValue() < 7 ? 1 : 0);
        for (String line : lines) {
            String[] cells = line.split(" \\| ");
            int start = end - dice.between(2, 4);
            studies.add(new Study(career.named(cells[0]), cells[1], cells[2], start, end));
            end = start;
        }
        return List.copyOf(studies);
    }

    private List<Tongue> tongues(String language, String firstLanguage, Dice dice) {
        List<String> levels = wording.section(language + ".levels");
        List<String> widespread = new ArrayList<>(List.of("English", "German", "French", "Spanish"));
        List<Tongue> tongues = new ArrayList<>();
        String own = firstLanguage;
        if (!language.equals("en") && !widespread.contains(own)) {
            own = switch (language) {
                case "de" -> "German";
                case "fr" -> "French";
                default -> "Spanish";
            };
        }
        tongues.add(new Tongue(inLanguage(own, language), levels.getFirst()));
        widespread.remove(own);
        if (language.equals("en") && !own.equals("English")) {
            widespread.remove("English");
            tongues.add(new Tongue("English", levels.get(dice.between(1, 2))));
        }
        for (String other : dice.some(widespread, dice.between(0, 2))) {
            tongues.add(new Tongue(inLanguage(other, language), levels.get(dice.between(2, 4))));
        }
        return List.copyOf(tongues);
    }

    private String inLanguage(String tongue, String language) {
        String key = language + "." + tongue;
        return wording.has(key) ? wording.line(key) : tongue;
    }

    private static List<Certificate> certificates(Trade trade, Dice dice, YearMonth month) {
        return dice.some(trade.certificates(), dice.between(0, 2)).stream()
                .map(name -> new Certificate(name, month.getYear() - dice.between(1, 6)))
                .toList();
    }

    private static Trade trade(String code) {
        String[] parts = code.split("\\.");
        return Trade.load(parts[0], parts[1]);
    }
}
