package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.internal.SkillsYardstick.Asked;
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

/** A job as a set of yardsticks. Those that it gives no measure for are left out, and the others weigh more. */
record JobProfile(JobView view, List<Yardstick> yardsticks) {

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

    /** @param nearness of candidates in meaning, when there are vectors to tell it */
    static JobProfile of(
            JobView job, Vocabulary vocabulary, TermStatistics statistics, Optional<PostNearness> nearness) {
        List<Yardstick> yardsticks = new ArrayList<>();
        HeldTitle title = vocabulary.title(job.title());
        List<Asked> required = asked(job.requiredSkills(), vocabulary);
        List<Asked> niceToHave = asked(job.niceToHaveSkills(), vocabulary);
        if (required.isEmpty()) {
            List<Asked> mentioned = mentioned(job, niceToHave, vocabulary);
            if (!mentioned.isEmpty()) {
                yardsticks.add(new SkillsYardstick(
                        Criterion.Kind.MENTIONED_SKILLS,
                        nearness.isPresent() ? MENTIONED_SKILLS_BESIDE_MEANING : MENTIONED_SKILLS,
                        mentioned));
            }
        } else {
            yardsticks.add(new SkillsYardstick(Criterion.Kind.REQUIRED_SKILLS, REQUIRED_SKILLS, required));
        }
        if (!niceToHave.isEmpty()) {
            yardsticks.add(new SkillsYardstick(Criterion.Kind.NICE_TO_HAVE_SKILLS, NICE_TO_HAVE_SKILLS, niceToHave));
        }
        nearness.ifPresentOrElse(
                near -> yardsticks.addAll(meaning(job, near)),
                () -> yardsticks.add(new TitleYardstick(TITLE, title, vocabulary)));
        TextYardstick text = TextYardstick.of(job, statistics, nearness.isPresent() ? TEXT_BESIDE_MEANING : TEXT);
        if (!text.isEmpty()) {
            yardsticks.add(text);
        }
        OptionalDouble years = years(job, title);
        if (years.isPresent() && years.getAsDouble() > 0) {
            yardsticks.add(new ExperienceYardstick(EXPERIENCE, years.getAsDouble()));
        }
        if (LocationYardstick.appliesTo(job)) {
            yardsticks.add(new LocationYardstick(LOCATION, job.places(), job.remote()));
        }
        return new JobProfile(job, List.copyOf(yardsticks));
    }

    private static List<Yardstick> meaning(JobView job, PostNearness nearness) {
        List<Yardstick> yardsticks = new ArrayList<>();
        yardsticks.add(new RoleYardstick(ROLE, job.title(), nearness));
        yardsticks.add(new PassageYardstick(MEANING, job, nearness));
        if (nearness.hasPeers()) {
            yardsticks.add(new PeersYardstick(PEERS, nearness));
        }
        return yardsticks;
    }

    JobProfile with(Yardstick another) {
        List<Yardstick> more = new ArrayList<>(yardsticks);
        more.add(another);
        return new JobProfile(view, List.copyOf(more));
    }

    double totalWeight() {
        return yardsticks.stream().mapToDouble(Yardstick::weight).sum();
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
