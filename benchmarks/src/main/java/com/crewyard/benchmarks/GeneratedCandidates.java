package com.crewyard.benchmarks;

import com.crewyard.recruiting.demo.internal.resumes.ResumeFactory;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.SearchDocument;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.YearMonth;

/** The demonstration's people, as many as one likes. */
final class GeneratedCandidates {

    private static final YearMonth MONTH = YearMonth.of(2026, 6);

    private final Taxonomy taxonomy;
    private final ResumeFactory resumes = new ResumeFactory();

    GeneratedCandidates(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    ResumeSource resume(int number) {
        return resumes.resume(1, number, MONTH);
    }

    static double years(ResumeSource resume) {
        return MONTH.getYear() - resume.work().getLast().start().getYear();
    }

    /** What search finds of one of them. */
    SearchDocument.Builder document(ResumeSource resume, int number) {
        ResumeSource.Role latest = resume.latest();
        int years = MONTH.getYear() - resume.work().getLast().start().getYear();
        String city = resume.location().split(",", 2)[0];
        SearchDocument.Builder document = new SearchDocument.Builder(
                        new DocumentKey(Kind.CANDIDATE, number + 1L), resume.name())
                .detail("%s, %s".formatted(latest.title(), latest.employer()))
                .location(resume.location())
                .text(TextField.TITLE, resume.headline())
                .text(TextField.TEXT, text(resume))
                .keyword(KeywordField.EMAIL, resume.email())
                .keyword(KeywordField.POOL, "unassigned")
                .number(NumberField.YEARS, years)
                .number(NumberField.CREATED, 1_700_000_000L + number)
                .number(NumberField.CHANGED, 1_700_000_000L + number)
                .facet(Facet.LOCATION, city)
                .facet(Facet.POOL, "unassigned")
                .facet(Facet.YEARS, years < 3 ? "0-2" : years < 6 ? "3-5" : years < 10 ? "6-9" : "10+");
        for (ResumeSource.Role role : resume.work()) {
            document.text(TextField.TITLE, role.title()).text(TextField.EMPLOYER, role.employer());
            role.duties().forEach(duty -> document.text(TextField.EXPERIENCE, duty));
            taxonomy.normalise(role.title())
                    .title()
                    .ifPresent(title -> document.keyword(
                                    KeywordField.TITLE_ID, title.id().value())
                            .facet(Facet.TITLE, title.label()));
        }
        for (String skill : resume.skills()) {
            document.text(TextField.SKILL, skill).facet(Facet.SKILL, skill);
            taxonomy.skill(skill).ifPresent(known -> {
                document.keyword(KeywordField.SKILL_ID, known.id().value());
                known.parents().forEach(parent -> document.keyword(KeywordField.BROADER_SKILL_ID, parent.value()));
            });
        }
        resume.languages()
                .forEach(tongue -> taxonomy.language(tongue.name())
                        .ifPresent(language -> document.keyword(KeywordField.LANGUAGE, language.code())
                                .facet(Facet.LANGUAGE, language.name())));
        if (number % 50 == 0) {
            document.keyword(KeywordField.TAG, "rehire")
                    .text(TextField.TAG, "rehire")
                    .facet(Facet.TAG, "rehire");
        }
        return document;
    }

    /** The resume as its reader gives it. */
    static String text(ResumeSource resume) {
        StringBuilder text = new StringBuilder("%s\n%s\n%s\n%s\n\n%s\n\n"
                .formatted(resume.name(), resume.headline(), resume.location(), resume.email(), resume.summary()));
        for (ResumeSource.Role role : resume.work()) {
            text.append("%s, %s, %s\n%s\n\n"
                    .formatted(role.title(), role.employer(), role.location(), String.join("\n", role.duties())));
        }
        resume.education()
                .forEach(study ->
                        text.append("%s, %s, %s\n".formatted(study.degree(), study.field(), study.institution())));
        text.append(String.join(", ", resume.skills())).append('\n');
        resume.languages().forEach(tongue -> text.append("%s (%s) ".formatted(tongue.name(), tongue.level())));
        resume.certificates().forEach(certificate -> text.append('\n').append(certificate.name()));
        return text.toString();
    }
}
