package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.SkillMention;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A candidate made ready to be compared with any job.
 *
 * @param subject weakly, because features are kept by candidate; whoever works with them holds the candidate
 * @param skills by the vocabulary's name, with where each stands first
 * @param titles the present or latest one first
 * @param terms of the resume, without one of headline, titles and skills
 * @param sections of the resume
 * @param resumeTermsFrom offset from which the terms' characters are the resume's
 */
record Features(
        WeakReference<CandidateView> subject,
        Map<SkillId, Place> skills,
        List<HeldTitle> titles,
        TermBag terms,
        int resumeTermsFrom,
        Sections sections) {

    private static final int QUOTE_BEFORE = 40;
    private static final int QUOTE_AFTER = 60;

    Features(
            CandidateView view,
            Map<SkillId, Place> skills,
            List<HeldTitle> titles,
            TermBag terms,
            int resumeTermsFrom,
            Sections sections) {
        this(new WeakReference<>(view), skills, titles, terms, resumeTermsFrom, sections);
    }

    /** Where words stand; a profile's field has no offsets. */
    record Place(Evidence.Source source, int start, int end, String words) {}

    static Features of(CandidateView view, Vocabulary vocabulary) {
        Map<SkillId, Place> skills = new HashMap<>();
        String resume = view.resume().text();
        for (SkillMention mention : vocabulary.skillsIn(resume)) {
            skills.putIfAbsent(
                    mention.skill().id(),
                    new Place(Evidence.Source.RESUME, mention.start(), mention.end(), mention.surface()));
        }
        String headline = view.headline().text();
        for (SkillMention mention : vocabulary.skillsIn(headline)) {
            skills.putIfAbsent(
                    mention.skill().id(),
                    new Place(Evidence.Source.HEADLINE, mention.start(), mention.end(), mention.surface()));
        }
        for (String written : view.skills()) {
            vocabulary
                    .skill(written)
                    .ifPresent(skill -> skills.putIfAbsent(
                            skill.id(), new Place(Evidence.Source.PROFILE, 0, written.length(), written)));
        }
        List<HeldTitle> titles = new ArrayList<>();
        for (String title : view.titles()) {
            titles.add(vocabulary.title(title));
        }
        if (!view.headline().isEmpty()) {
            titles.add(vocabulary.title(headline));
        }
        // What was read from a resume stands in it. Counted again, words would weigh more for some names than for
        // others,
        // because a reader takes "Greg Baker" for a headline and not "Greg Walsh".
        String front = view.resume().isEmpty()
                ? headline + "\n" + String.join("\n", view.titles()) + "\n" + String.join("\n", view.skills()) + "\n"
                : "";
        return new Features(
                view,
                Map.copyOf(skills),
                List.copyOf(titles),
                TermBag.of(Words.terms(front + resume)),
                front.length(),
                new Sections(resume));
    }

    CandidateView view() {
        return Objects.requireNonNull(subject.get(), "nobody holds the candidate any more");
    }

    Evidence evidence(String subject, Place place) {
        String quote = place.source() == Evidence.Source.RESUME
                ? quote(view().resume().text(), place.start(), place.end())
                : place.words();
        return new Evidence(subject, place.source(), place.start(), place.end(), place.words(), quote)
                .within(place.source() == Evidence.Source.RESUME ? sections.at(place.start()) : Optional.empty());
    }

    /** Evidence of a term of the bag; empty when it stands outside of the resume. */
    Optional<Evidence> termEvidence(int index) {
        int start = terms.start(index) - resumeTermsFrom;
        int end = terms.end(index) - resumeTermsFrom;
        if (start < 0) {
            return Optional.empty();
        }
        String resume = view().resume().text();
        String words = resume.substring(start, end);
        return Optional.of(new Evidence(words, Evidence.Source.RESUME, start, end, words, quote(resume, start, end))
                .within(sections.at(start)));
    }

    /** Where a phrase that the vocabulary does not know stands in the resume, the headline or among the skills. */
    Optional<Place> phrase(String written) {
        String resume = view().resume().text();
        int at = Phrases.find(resume, written);
        if (at >= 0) {
            return Optional.of(new Place(
                    Evidence.Source.RESUME, at, at + written.length(), resume.substring(at, at + written.length())));
        }
        if (Phrases.find(view().headline().text(), written) >= 0) {
            return Optional.of(new Place(Evidence.Source.HEADLINE, 0, written.length(), written));
        }
        return view().skills().stream()
                .filter(skill -> Phrases.find(skill, written) >= 0)
                .findFirst()
                .map(skill -> new Place(Evidence.Source.PROFILE, 0, skill.length(), skill));
    }

    private static String quote(String text, int start, int end) {
        int from = Math.max(text.lastIndexOf('\n', Math.max(0, start - 1)) + 1, start - QUOTE_BEFORE);
        int lineEnd = text.indexOf('\n', end);
        int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, end + QUOTE_AFTER);
        while (from > 0 && from < start && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from++;
        }
        while (to < text.length() && to > end && Character.isLetterOrDigit(text.charAt(to))) {
            to--;
        }
        return Words.singleSpaced(
                text.substring(Math.min(from, start), Math.max(to, end)).strip());
    }
}
