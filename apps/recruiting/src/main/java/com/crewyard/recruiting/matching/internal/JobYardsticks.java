package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion.Kind;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Weights;
import com.crewyard.recruiting.matching.internal.SkillsYardstick.Asked;
import com.crewyard.recruiting.matching.internal.SpokenLanguages.Spoken;
import com.crewyard.recruiting.parsing.ResumeSection;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.SkillMention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Makes the yardsticks of a job: those that it gives a measure for, weighed as its profile says. */
final class JobYardsticks {

    private static final double REQUIRED_SKILLS = 40;
    private static final double NICE_TO_HAVE_SKILLS = 8;
    /** When the post lists no skills, those its description names stand in for them. */
    private static final double MENTIONED_SKILLS = 25;

    private static final double TITLE = 22;
    private static final double TEXT = 16;
    /** With vectors, what words alone told weighs less; docs/matching.md tells what each is worth. */
    private static final double MEANING = 30;

    private static final double ROLE = 20;
    private static final double PEERS = 14;
    private static final double TEXT_BESIDE_MEANING = 8;
    private static final double MENTIONED_SKILLS_BESIDE_MEANING = 3;
    private static final double EXPERIENCE = 7;
    private static final double LOCATION = 7;
    private static final int MOST_MENTIONED = 15;

    private final JobView job;
    private final Weights weights;
    private final Vocabulary vocabulary;
    private final TermStatistics statistics;
    private final Optional<PostNearness> nearness;
    private final List<Yardstick> yardsticks = new ArrayList<>();

    JobYardsticks(
            JobView job,
            Weights weights,
            Vocabulary vocabulary,
            TermStatistics statistics,
            Optional<PostNearness> nearness) {
        this.job = job;
        this.weights = weights;
        this.vocabulary = vocabulary;
        this.statistics = statistics;
        this.nearness = nearness;
    }

    List<Yardstick> all() {
        HeldTitle title = vocabulary.title(job.title());
        skills();
        nearness.ifPresentOrElse(
                this::meaning, () -> add(new TitleYardstick(weight(Kind.TITLE, TITLE), title, vocabulary)));
        add(new SeniorityYardstick(weights.of(Kind.SENIORITY), title));
        TextYardstick text =
                TextYardstick.of(job, statistics, weight(Kind.TEXT, nearness.isPresent() ? TEXT_BESIDE_MEANING : TEXT));
        if (!text.isEmpty()) {
            add(text);
        }
        OptionalDouble years = years(job, title);
        if (years.isPresent() && years.getAsDouble() > 0) {
            add(new ExperienceYardstick(weight(Kind.EXPERIENCE, EXPERIENCE), years.getAsDouble()));
        }
        if (LocationYardstick.appliesTo(job)) {
            add(new LocationYardstick(weight(Kind.LOCATION, LOCATION), job.places(), job.remote()));
        }
        languages();
        if (!job.screening().wanted().isEmpty()) {
            add(new AnswersYardstick(weights.of(Kind.ANSWERS), job.screening()));
        }
        return List.copyOf(yardsticks);
    }

    private void add(Yardstick yardstick) {
        if (yardstick.weight() > 0) {
            yardsticks.add(yardstick);
        }
    }

    private double weight(Kind kind, double own) {
        return weights.scaled(kind, own);
    }

    private void skills() {
        List<Asked> required = asked(job.requiredSkills(), vocabulary);
        List<Asked> niceToHave = asked(job.niceToHaveSkills(), vocabulary);
        if (required.isEmpty()) {
            List<Asked> mentioned = mentioned(job, niceToHave, vocabulary);
            if (!mentioned.isEmpty()) {
                double own = nearness.isPresent() ? MENTIONED_SKILLS_BESIDE_MEANING : MENTIONED_SKILLS;
                add(new SkillsYardstick(Kind.MENTIONED_SKILLS, weight(Kind.MENTIONED_SKILLS, own), mentioned));
            }
        } else {
            add(new SkillsYardstick(Kind.REQUIRED_SKILLS, weight(Kind.REQUIRED_SKILLS, REQUIRED_SKILLS), required));
        }
        if (!niceToHave.isEmpty()) {
            double own = weight(Kind.NICE_TO_HAVE_SKILLS, NICE_TO_HAVE_SKILLS);
            add(new SkillsYardstick(Kind.NICE_TO_HAVE_SKILLS, own, niceToHave));
        }
    }

    private void meaning(PostNearness near) {
        add(new RoleYardstick(weight(Kind.TITLE, ROLE), job.title(), near));
        add(new PassageYardstick(weight(Kind.MEANING, MEANING), job, near));
        section(Kind.WORK_MEANING, ResumeSection.Kind.WORK, near);
        section(Kind.EDUCATION_MEANING, ResumeSection.Kind.EDUCATION, near);
        section(Kind.SKILLS_MEANING, ResumeSection.Kind.SKILLS, near);
        if (near.hasPeers()) {
            add(new PeersYardstick(weight(Kind.PEERS, PEERS), near));
        }
    }

    private void section(Kind kind, ResumeSection.Kind section, PostNearness near) {
        add(new SectionYardstick(kind, weights.of(kind), section, near));
    }

    private void languages() {
        if (weights.of(Kind.LANGUAGES) > 0) {
            String post = String.join("\n", job.requiredSkills()) + "\n" + job.title() + "\n" + job.description();
            List<Spoken> asked = vocabulary.languages().in(post, _ -> false);
            if (!asked.isEmpty()) {
                add(new LanguagesYardstick(weights.of(Kind.LANGUAGES), asked, vocabulary.languages()));
            }
        }
    }

    private static List<Asked> asked(List<String> written, Vocabulary vocabulary) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (String skill : written) {
            Asked one = Asked.of(skill, 1, vocabulary);
            asked.putIfAbsent(one.label().toLowerCase(Locale.ROOT), one);
        }
        return List.copyOf(asked.values());
    }

    /** The earlier a description names a skill, the more it matters. */
    private static List<Asked> mentioned(JobView job, List<Asked> apart, Vocabulary vocabulary) {
        Set<Skill> skills = new LinkedHashSet<>();
        Set<SkillId> elsewhere = new HashSet<>();
        apart.forEach(asked -> asked.skill().ifPresent(elsewhere::add));
        for (SkillMention mention : vocabulary.skillsIn(job.title() + "\n" + job.description())) {
            if (!elsewhere.contains(mention.skill().id())) {
                skills.add(mention.skill());
            }
        }
        List<Asked> mentioned = new ArrayList<>();
        for (Skill skill : skills) {
            if (mentioned.size() == MOST_MENTIONED) {
                break;
            }
            double importance = 1.0 / (1 + 0.15 * mentioned.size());
            mentioned.add(Asked.of(skill, importance, vocabulary));
        }
        return List.copyOf(mentioned);
    }

    private static OptionalDouble years(JobView job, HeldTitle title) {
        OptionalDouble said = RequiredYears.in(job.description());
        if (said.isPresent()) {
            return said;
        }
        return OptionalDouble.of(title.usualYears());
    }
}
