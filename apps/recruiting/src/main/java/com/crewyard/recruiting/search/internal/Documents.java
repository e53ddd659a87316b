package com.crewyard.recruiting.search.internal;

import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.matching.Prepared;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Standing;
import com.crewyard.recruiting.search.internal.SearchDocument.Builder;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides what is searched of candidates and jobs. */
@Component
class Documents {

    private static final int SHORTEST_PHONE = 6;
    private static final int LONGEST_CITY = 40;
    private static final int MOST_TITLES = 4;

    private final Taxonomies taxonomies;

    Documents(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    SearchDocument of(
            Candidate person,
            Optional<CandidateProfile> profile,
            List<String> tags,
            SubjectStore.Subject more,
            Optional<Prepared> prepared) {
        Taxonomy taxonomy = taxonomies.current();
        Builder document = new Builder(DocumentKey.of(person.id()), person.fullName())
                .detail(detail(person))
                .location(person.location().orElse(""))
                .number(NumberField.CREATED, person.createdAt().getEpochSecond())
                .number(NumberField.CHANGED, person.updatedAt().getEpochSecond())
                .facet(Facet.LOCATION, city(person.location().orElse("")))
                .text(TextField.TEXT, more.resume())
                .text(TextField.TEXT, person.notes().orElse(""))
                .text(TextField.EMPLOYER, person.currentCompany().orElse(""));
        person.headline().ifPresent(headline -> document.text(TextField.TITLE, headline));
        person.experienceYears()
                .ifPresent(years -> document.number(NumberField.YEARS, years).facet(Facet.YEARS, step(years)));
        titles(document, taxonomy, person, profile);
        skills(document, taxonomy, person.skills());
        tags.forEach(tag ->
                document.keyword(KeywordField.TAG, tag).text(TextField.TAG, tag).facet(Facet.TAG, tag));
        profile.ifPresent(known -> work(document, taxonomy, known));
        contact(document, person, more);
        applications(document, more.applications());
        prepared.ifPresent(document::prepared);
        return document.build();
    }

    SearchDocument of(Job job) {
        Taxonomy taxonomy = taxonomies.current();
        Builder document = new Builder(DocumentKey.of(job.id()), job.title())
                .detail(job.draft().department().orElse(""))
                .location(job.location().orElse(""))
                .text(TextField.TITLE, job.title())
                .text(TextField.EMPLOYER, job.draft().department().orElse(""))
                .text(TextField.TEXT, withoutMarkdown(job.draft().description().orElse("")))
                .keyword(KeywordField.STATUS, job.status().code())
                .number(NumberField.CREATED, job.createdAt().getEpochSecond())
                .number(NumberField.CHANGED, job.updatedAt().getEpochSecond())
                .facet(Facet.STATUS, job.status().code())
                .facet(Facet.DEPARTMENT, job.draft().department().orElse(""));
        job.locations().forEach(place -> document.facet(Facet.LOCATION, city(place)));
        job.remoteOption()
                .ifPresent(remote ->
                        document.keyword(KeywordField.REMOTE, remote.code()).facet(Facet.REMOTE, remote.code()));
        job.employmentType().ifPresent(type -> document.keyword(KeywordField.EMPLOYMENT, type.code()));
        Optional<Long> least = job.draft().salary().minimum();
        Optional<Long> most = job.draft().salary().maximum();
        least.or(() -> most).ifPresent(amount -> document.number(NumberField.SALARY_MIN, amount));
        most.or(() -> least).ifPresent(amount -> document.number(NumberField.SALARY_MAX, amount));
        title(document, taxonomy, job.title(), true);
        skills(
                document,
                taxonomy,
                Stream.concat(job.draft().requiredSkills().stream(), job.draft().niceToHaveSkills().stream())
                        .distinct()
                        .toList());
        return document.build();
    }

    /** "Lead mechanic, Example Garage", or the headline when neither is known. */
    private static String detail(Candidate person) {
        String position = Stream.of(person.currentTitle(), person.currentCompany())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return position.isEmpty() ? person.headline().orElse("") : position;
    }

    private static void titles(
            Builder document, Taxonomy taxonomy, Candidate person, Optional<CandidateProfile> profile) {
        List<String> titles = new ArrayList<>();
        person.currentTitle().ifPresent(titles::add);
        profile.ifPresent(
                known -> known.work().forEach(position -> position.title().ifPresent(titles::add)));
        List<String> latest = titles.stream().distinct().limit(MOST_TITLES).toList();
        for (int i = 0; i < latest.size(); i++) {
            document.text(TextField.TITLE, latest.get(i));
            title(document, taxonomy, latest.get(i), i == 0);
        }
    }

    private static void title(Builder document, Taxonomy taxonomy, String written, boolean present) {
        taxonomy.normalise(written).title().ifPresent(title -> {
            document.keyword(KeywordField.TITLE_ID, title.id().value());
            if (present) {
                document.facet(Facet.TITLE, title.label());
            }
        });
    }

    private static void skills(Builder document, Taxonomy taxonomy, List<String> labels) {
        for (String label : labels) {
            document.text(TextField.SKILL, label).facet(Facet.SKILL, label);
            taxonomy.skill(label).ifPresent(skill -> {
                document.keyword(KeywordField.SKILL_ID, skill.id().value());
                skill.parents().stream()
                        .map(SkillId::value)
                        .forEach(parent -> document.keyword(KeywordField.BROADER_SKILL_ID, parent));
            });
        }
    }

    private static void work(Builder document, Taxonomy taxonomy, CandidateProfile profile) {
        for (Position position : profile.work()) {
            Stream.of(position.title(), position.employer(), position.description())
                    .flatMap(Optional::stream)
                    .forEach(text -> document.text(TextField.EXPERIENCE, text));
            position.employer().ifPresent(employer -> document.text(TextField.EMPLOYER, employer));
        }
        for (String spoken : profile.texts(ProfileField.LANGUAGES)) {
            taxonomy.language(spoken.replaceFirst("\\s*[(:,–-].*$", ""))
                    .ifPresent(language -> document.keyword(KeywordField.LANGUAGE, language.code())
                            .facet(Facet.LANGUAGE, language.name()));
        }
    }

    private static void contact(Builder document, Candidate person, SubjectStore.Subject more) {
        person.email().ifPresent(email -> document.keyword(KeywordField.EMAIL, email));
        more.identifiers()
                .getOrDefault("email", List.of())
                .forEach(email -> document.keyword(KeywordField.EMAIL, email));
        Stream.concat(person.phone().stream(), more.identifiers().getOrDefault("phone", List.of()).stream())
                .map(phone -> phone.replaceAll("\\D", ""))
                .distinct()
                .forEach(digits -> {
                    // By any ending: people dial without the country, and note down the last digits.
                    for (int start = 0; start + SHORTEST_PHONE <= digits.length(); start++) {
                        document.keyword(KeywordField.PHONE, digits.substring(start));
                    }
                });
        if (!more.resume().isEmpty()) {
            document.keyword(KeywordField.HAS, "resume");
        }
        person.email().ifPresent(_ -> document.keyword(KeywordField.HAS, "email"));
        person.phone().ifPresent(_ -> document.keyword(KeywordField.HAS, "phone"));
    }

    private static void applications(Builder document, List<SubjectStore.Application> applications) {
        for (SubjectStore.Application application : applications) {
            document.keyword(KeywordField.JOB, Long.toString(application.job()))
                    .keyword(KeywordField.STATE, application.state());
            if (application.state().equals("active")) {
                document.keyword(KeywordField.STAGE, application.stage())
                        .keyword(KeywordField.STAGE, application.stageName())
                        .facet(Facet.STAGE, application.stageName());
            }
        }
        String standing = standing(applications).code();
        document.keyword(KeywordField.POOL, standing).facet(Facet.POOL, standing);
    }

    private static Standing standing(List<SubjectStore.Application> applications) {
        if (applications.isEmpty()) {
            return Standing.UNASSIGNED;
        }
        if (applications.stream().anyMatch(application -> application.state().equals("active"))) {
            return Standing.ACTIVE;
        }
        return applications.stream().anyMatch(application -> application.state().equals("hired"))
                ? Standing.HIRED
                : Standing.PAST;
    }

    /** A passage of a description is shown as words. */
    private static String withoutMarkdown(String description) {
        return description
                .replaceAll("(?m)^\\s{0,3}(#{1,6}|[-*+]|>)\\s+", "")
                .replaceAll("[*_`]{1,3}(?=\\S)|(?<=\\S)[*_`]{1,3}", "");
    }

    /** "Leeds" of "Leeds, United Kingdom". */
    private static String city(String written) {
        String first = written.split("[,;]", 2)[0].strip();
        return first.length() > LONGEST_CITY ? "" : first;
    }

    private static String step(int years) {
        return years < 3 ? "0-2" : years < 6 ? "3-5" : years < 10 ? "6-9" : "10+";
    }
}
