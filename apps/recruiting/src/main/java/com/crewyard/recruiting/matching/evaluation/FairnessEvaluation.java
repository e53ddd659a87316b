package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.evaluation.DataFiles.Document;
import com.crewyard.recruiting.matching.internal.LocalEngine;
import com.crewyard.recruiting.matching.internal.Vocabulary;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxModel;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Gives the same resume to people who differ in what must not count, and holds their scores against each other. The
 * names are of groups that audits of hiring found to be treated differently (Bertrand and Mullainathan 2004).
 */
public final class FairnessEvaluation {

    private static final int MOST_RESUMES = 100;
    private static final int MOST_POSTS = 12;

    /** Somebody at the top of a resume. */
    private record Person(String name, String line) {
        String above(String resume) {
            return "%s\n%s\n%s".formatted(name, line, resume);
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
     * @param largest change of a score, in points of 100, for each thing that was exchanged
     * @param compared scores
     */
    public record Report(int resumes, int posts, int compared, Map<String, Double> largest) {

        public double largestOfAll() {
            return largest.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }

        public String table() {
            List<String> lines = new ArrayList<>();
            lines.add("%d resumes, %d posts, %,d scores compared".formatted(resumes, posts, compared));
            lines.add("");
            lines.add("%-12s %s".formatted("exchanged", "largest change of a score, of 100"));
            largest.forEach((what, change) -> lines.add("%-12s %.6f".formatted(what, change)));
            return String.join("\n", lines);
        }
    }

    public Report run() {
        int threads = Runtime.getRuntime().availableProcessors();
        try (OnnxEmbedder model = new OnnxEmbedder(OnnxModel.BGE_SMALL, threads)) {
            return run(model);
        } catch (ai.onnxruntime.OrtException e) {
            throw new IllegalStateException("the model cannot be closed", e);
        }
    }

    Report run(TextEmbedder model) {
        Taxonomy taxonomy = Taxonomy.load();
        LocalEngine engine = new LocalEngine(new Vocabulary(taxonomy), new MeasuredEmbedder(model, _ -> {}));
        List<JobView> jobs = IntStream.range(0, posts.size())
                .mapToObj(i -> Views.job(i + 1, posts.get(i)))
                .toList();
        Map<String, Double> largest = new LinkedHashMap<>();
        int compared = 0;
        try (Views views = new Views(taxonomy)) {
            List<CandidateView> members = new ArrayList<>();
            resumes.forEach(resume -> members.add(views.candidate(members.size() + 1, resume.text())));
            CandidatePool pool = CandidatePool.of(members);
            for (Map.Entry<String, List<Person>> variant : VARIANTS.entrySet()) {
                double most = 0;
                for (int i = 0; i < resumes.size(); i++) {
                    String text = resumes.get(i).text();
                    int number = resumes.size() + i + 1;
                    Function<Person, List<Double>> scores = person ->
                            scores(engine, jobs, pool, views.candidate(number, person.above(text), person.name()));
                    List<List<Double>> all =
                            variant.getValue().stream().map(scores).toList();
                    for (List<Double> each : all) {
                        most = Math.max(most, difference(all.getFirst(), each));
                        compared += each.size();
                    }
                }
                largest.put(variant.getKey(), most);
            }
        }
        return new Report(resumes.size(), posts.size(), compared, largest);
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

    private static double difference(List<Double> one, List<Double> other) {
        return IntStream.range(0, one.size())
                .mapToDouble(i -> Math.abs(one.get(i) - other.get(i)))
                .max()
                .orElse(0);
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
                List.of(
                        person("Emily Walsh"),
                        person("Greg Baker"),
                        person("Lakisha Washington"),
                        person("Jamal Robinson"),
                        person("Mei-Ling Chen"),
                        person("Mohammed Al-Farsi"),
                        person("Guadalupe Hernández"),
                        person("Ayşe Yılmaz")));
        variants.put(
                "gender",
                List.of(
                        new Person("Robin Carter", "Gender: female"),
                        new Person("Robin Carter", "Gender: male"),
                        new Person("Robin Carter", "Pronouns: they/them")));
        variants.put(
                "age",
                List.of(
                        new Person("Robin Carter", "Date of birth: 3 May 1961"),
                        new Person("Robin Carter", "Date of birth: 14 November 1999"),
                        new Person("Robin Carter", "Age: 58")));
        variants.put(
                "contact",
                List.of(
                        new Person("Robin Carter", "robin@example.com, +1 202 555 0143"),
                        new Person("Robin Carter", "rc@mail.example.org, +1 415 555 0199")));
        return variants;
    }

    private static Person person(String name) {
        return new Person(name, "");
    }
}
