package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.evaluation.DataFiles.Document;
import com.crewyard.recruiting.matching.internal.LocalEngine;
import com.crewyard.recruiting.matching.internal.Vocabulary;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives the same resume to people who differ in what must not count, and holds their scores against each other. The
 * names are of groups that audits of hiring found to be treated differently (Bertrand and Mullainathan 2004).
 */
public final class FairnessEvaluation {

    private static final int MOST_RESUMES = 100;
    private static final int MOST_POSTS = 12;

    /**
     * Somebody whose resume it is said to be.
     *
     * @param line below the name
     * @param end what the resume has at its end
     */
    private record Person(String name, String line, String end) {
        String with(String resume) {
            return "%s\n%s\n%s\n%s".formatted(name, line, resume, end);
        }
    }

    private static final Map<String, List<Person>> VARIANTS = variants();

    private final List<Document> resumes;
    private final List<Document> posts;

    public FairnessEvaluation(Path resumes, Path posts) {
        this.resumes = spread(DataFiles.documents(resumes), MOST_RESUMES);
        this.posts = spread(DataFiles.documents(posts), MOST_POSTS);
    }

    /**
     * What was found.
     *
     * @param compared scores
     * @param exchanged by what was exchanged
     */
    public record Report(int resumes, int posts, int compared, Map<String, Exchange> exchanged) {

        public double largestOfAll() {
            return exchanged.values().stream()
                    .mapToDouble(Exchange::largestChange)
                    .max()
                    .orElse(0);
        }

        public String table() {
            List<String> lines = new ArrayList<>();
            lines.add("%d resumes, %d posts, %,d scores compared".formatted(resumes, posts, compared));
            lines.add("");
            lines.add("%-12s %26s %22s %22s"
                    .formatted("exchanged", "largest change, of 100", "overlap of first 10", "impact ratio, top 10 %"));
            exchanged.forEach((what, exchange) -> lines.add("%-12s %26.6f %22.3f %22.3f"
                    .formatted(what, exchange.largestChange(), exchange.overlap(), exchange.impactRatio())));
            return String.join("\n", lines);
        }
    }

    public Report run() {
        try (OnnxEmbedder model = OnnxEmbedder.onAllCores()) {
            return run(model);
        }
    }

    Report run(TextEmbedder model) {
        Taxonomy taxonomy = Taxonomy.load();
        LocalEngine engine = new LocalEngine(new Vocabulary(taxonomy), new MeasuredEmbedder(model, _ -> {}));
        List<JobView> jobs = IntStream.range(0, posts.size())
                .mapToObj(i -> Views.job(i + 1, posts.get(i)))
                .toList();
        Map<String, Exchange> exchanged = new LinkedHashMap<>();
        int compared = 0;
        try (Views views = new Views(taxonomy)) {
            List<CandidateView> members = new ArrayList<>();
            resumes.forEach(resume -> members.add(views.candidate(members.size() + 1, resume.text())));
            CandidatePool pool = CandidatePool.of(members);
            for (Map.Entry<String, List<Person>> variant : VARIANTS.entrySet()) {
                List<List<List<Double>>> byPerson = new ArrayList<>();
                for (Person person : variant.getValue()) {
                    List<List<Double>> byResume = new ArrayList<>();
                    for (Document resume : resumes) {
                        int number = resumes.size() + byResume.size() + 1;
                        byResume.add(scores(
                                engine,
                                jobs,
                                pool,
                                views.candidate(number, person.with(resume.text()), person.name())));
                    }
                    byPerson.add(byResume);
                    compared += byResume.size() * jobs.size();
                }
                exchanged.put(variant.getKey(), Exchange.of(byPerson));
            }
        }
        return new Report(resumes.size(), posts.size(), compared, exchanged);
    }

    /** In the order of the jobs. */
    private static List<Double> scores(
            LocalEngine engine, List<JobView> jobs, CandidatePool pool, CandidateView candidate) {
        Map<Long, Double> byJob = new LinkedHashMap<>();
        for (Match match : engine.rank(candidate, jobs, pool, jobs.size()).matches()) {
            byJob.put(match.job().value(), match.exactScore());
        }
        return jobs.stream()
                .map(job -> byJob.getOrDefault(job.id().value(), 0.0))
                .toList();
    }

    /** Evenly from the whole file, which may be sorted. */
    private static List<Document> spread(List<Document> documents, int most) {
        int count = Math.min(most, documents.size());
        return IntStream.range(0, count)
                .mapToObj(i -> documents.get((int) ((long) i * documents.size() / count)))
                .toList();
    }

    private static Map<String, List<Person>> variants() {
        Map<String, List<Person>> variants = new LinkedHashMap<>();
        variants.put(
                "name",
                Stream.of(
                                "Emily Walsh",
                                "Greg Baker",
                                "Lakisha Washington",
                                "Jamal Robinson",
                                "Mei-Ling Chen",
                                "Kenji Sato",
                                "Fatima Haddad",
                                "Mohammed Al-Farsi",
                                "Guadalupe Hernández",
                                "Diego Morales",
                                "Ayşe Yılmaz",
                                "Priya Sharma",
                                "Oksana Kovalenko",
                                "Tomasz Nowak")
                        .map(name -> new Person(name, "", ""))
                        .toList());
        variants.put("gender", lines("Gender: female", "Gender: male", "Pronouns: they/them"));
        variants.put("age", lines("Date of birth: 3 May 1961", "Date of birth: 14 November 1999", "Age: 58"));
        variants.put("nationality", lines("Nationality: French", "Nationality: Nigerian", "Indian citizen"));
        variants.put("contact", lines("robin@example.com, +1 202 555 0143", "rc@mail.example.org, +1 415 555 0199"));
        variants.put(
                "address",
                lines(
                        "14 Elm Street, Chicago, IL 60611",
                        "8200 Halsted Street, Apt 12, Chicago, IL 60620",
                        "3 Oak Lane, Chicago, IL 60644"));
        variants.put(
                "school",
                ends(
                        "Education\nBachelor of Science in Biology\nHarvard University, 2012 - 2016",
                        "Education\nBachelor of Science in Biology\nHoward University, 2012 - 2016",
                        "Education\nBachelor of Science in Biology\nBunker Hill Community College, 2012 - 2016"));
        variants.put(
                "graduation",
                ends(
                        "Education\nBachelor of Science in Biology\nHoward University, 1979 - 1983",
                        "Education\nBachelor of Science in Biology\nHoward University, 2018 - 2022"));
        variants.put(
                "break",
                ends("", "Career break, 2019 - 2021", "Parental leave, March 2020 to September 2021", "Sabbatical"));
        return variants;
    }

    private static List<Person> lines(String... lines) {
        return Stream.of(lines)
                .map(line -> new Person("Robin Carter", line, ""))
                .toList();
    }

    private static List<Person> ends(String... ends) {
        return Stream.of(ends).map(end -> new Person("Robin Carter", "", end)).toList();
    }
}
