package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.jobs.EmploymentType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how somebody is employed. */
final class EmploymentReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private record Wording(EmploymentType type, Pattern pattern) {
        static Wording of(EmploymentType type, String pattern) {
            return new Wording(type, Pattern.compile(pattern, FLAGS));
        }
    }

    /** The ones that are seldom anything else come first. */
    private static final List<Wording> WORDINGS = List.of(
            Wording.of(
                    EmploymentType.INTERN,
                    "\\b(?:interns?|internships?|praktikum|praktikant(?:in)?|praktika|apprenticeships?|apprentices?|ausbildung zum|ausbildung zur|auszubildende[rn]?|azubis?|ausbildungsplatz)\\b"),
            Wording.of(
                    EmploymentType.PART_TIME,
                    "\\bpart[ -]?time\\b|\\bteilzeit\\p{L}*|\\bmini-?job\\b|\\bwerkstudent\\p{L}*|\\b(?:[5-9]|1\\d|2[0-9]) ?(?:h|hrs|hours|stunden|std\\.?)(?: ?/ ?| a | per | pro | die |wo)(?:week|woche|wk)"),
            Wording.of(
                    EmploymentType.TEMPORARY,
                    "\\b(?:temporary|temp|seasonal|aushilfe|saisonal\\p{L}*|maternity cover|elternzeitvertretung|zeitarbeit)\\b(?! file)"),
            Wording.of(
                    EmploymentType.CONTRACTOR,
                    "\\b(?:freelancers?|freelance|freiberufl\\p{L}+|fixed[ -]term|(?<!un)befristet\\p{L}*|independent contractor|contractors?)\\b(?! (?:management|safety))|\\b\\d+[ -]?(?:months?|mo|weeks?|mth)[ -]contract\\b|\\bcontract(?:[ -]to[ -]hire|(?: role| position| job| basis| work\\b| gig))|(?<=[,(/] ?)contract(?=[,)/.\\n]|$)|\\bon (?:a )?contract\\b|(?<=\\bemployment type: ?)contract|\\bfor a contract\\b"),
            Wording.of(EmploymentType.PER_DIEM, "\\bper[ -]diem (?:role|position|nurse|shifts?|basis)|\\bprn\\b"),
            Wording.of(
                    EmploymentType.VOLUNTEER,
                    "\\bvolunteer (?:role|position|basis)|\\behrenamtlich\\p{L}*|\\bunpaid volunteer\\b"),
            Wording.of(
                    EmploymentType.FULL_TIME,
                    "\\bfull[ -]?time\\b|\\bvollzeit\\p{L}*|\\bpermanent(?: role| position| contract| job| employment|ly employed)?\\b(?! (?:residen|make|market|cosmetic|magnet|secretary))|\\bfestanstellung\\b|\\bunbefristet\\p{L}*|\\b(?:3[5-9]|40|4[0-8]) ?(?:h|hrs|hours|stunden|std\\.?)(?: ?/ ?| a | per | pro | die )(?:week|woche|wk)"));

    private EmploymentReader() {}

    static Optional<Sourced<EmploymentType>> read(String text) {
        Optional<Sourced<EmploymentType>> fullTime = find(WORDINGS.getLast(), text);
        for (Wording wording : WORDINGS) {
            Optional<Sourced<EmploymentType>> found = find(wording, text);
            // "Full-time or part-time": the first named is the one that is wanted.
            if (found.isPresent()
                    && wording.type() == EmploymentType.PART_TIME
                    && fullTime.map(full -> full.start() < found.get().start()).orElse(false)) {
                return fullTime;
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Sourced<EmploymentType>> find(Wording wording, String text) {
        Matcher matcher = wording.pattern().matcher(text);
        return matcher.find()
                ? Optional.of(new Sourced<>(wording.type(), matcher.start(), matcher.end()))
                : Optional.empty();
    }
}
