package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchEngine.Ranking;
import com.crewyard.recruiting.matching.evaluation.DataFiles.Document;
import com.crewyard.recruiting.matching.internal.DenseBaseline;
import com.crewyard.recruiting.matching.internal.LocalEngine;
import com.crewyard.recruiting.matching.internal.Vocabulary;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Ranks resumes for posts, or posts for resumes, with the engine as the product runs it: text, the parser's profile,
 * blinding, engine. Relevant is what has the query's category; only the scorer reads it.
 */
public final class RankingEvaluation {

    private final List<Document> resumes;
    private final List<Document> posts;
    private final boolean reverse;
    private final PrintStream progress;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param resumes file of them, JSON lines
     * @param posts file of them, JSON lines
     * @param reverse whether posts are ranked for resumes
     * @param progress is told how far it is
     */
    public RankingEvaluation(Path resumes, Path posts, boolean reverse, PrintStream progress) {
        this.resumes = DataFiles.documents(resumes);
        this.posts = DataFiles.documents(posts);
        this.reverse = reverse;
        this.progress = progress;
    }

    /** @param rankings receives the engine's whole answers */
    public RankingReport run(Rankings rankings) {
        try (OnnxEmbedder model = OnnxEmbedder.onAllCores()) {
            return run(rankings, model);
        }
    }

    RankingReport run(Rankings rankings, TextEmbedder model) {
        Taxonomy taxonomy = Taxonomy.load();
        MeasuredEmbedder embedder = MeasuredEmbedder.telling(model, progress);
        LocalEngine engine = new LocalEngine(new Vocabulary(taxonomy), embedder);
        long start = System.nanoTime();
        List<CandidateView> views = new ArrayList<>();
        try (Views reader = new Views(taxonomy)) {
            for (Document resume : resumes) {
                views.add(reader.candidate(views.size() + 1, resume.text()));
            }
        }
        double parseSeconds = since(start);
        List<JobView> jobs = IntStream.range(0, posts.size())
                .mapToObj(i -> Views.job(i + 1, posts.get(i)))
                .toList();
        CandidatePool pool = CandidatePool.of(views);
        double[][] dense = new DenseBaseline(embedder).scores(jobs, views);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(engine(engine, jobs, pool, rankings));
        outcomes.add(outcome("dense alone", dense));
        List<String> texts = resumes.stream().map(Document::text).toList();
        for (Baseline baseline : List.of(
                new Baseline.TfIdf(texts),
                new Baseline.Bm25(texts),
                new Baseline.KeywordOverlap(texts),
                new Baseline.Random(texts.size()))) {
            start = System.nanoTime();
            double[][] scores =
                    posts.stream().map(post -> baseline.score(post.text())).toArray(double[][]::new);
            double seconds = since(start);
            Outcome outcome = outcome(baseline.name(), scores);
            outcomes.add(new Outcome(outcome.name(), outcome.gains(), outcome.precisions(), seconds));
        }
        Runtime runtime = Runtime.getRuntime();
        return new RankingReport(
                reverse ? "Posts for resumes" : "Resumes for posts",
                outcomes.getFirst().gains().length,
                reverse ? posts.size() : resumes.size(),
                outcomes,
                parseSeconds,
                embedder.seconds(),
                embedder.texts(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                notes);
    }

    private Outcome engine(LocalEngine engine, List<JobView> jobs, CandidatePool pool, Rankings rankings) {
        List<Document> queries = reverse ? resumes : posts;
        Set<String> fallBacks = new LinkedHashSet<>();
        // Vectors and counts of the pool are made once, as they are in the product when candidates change.
        engine.rank(jobs.getFirst(), pool, 1);
        long start = System.nanoTime();
        Scorer scorer = new Scorer();
        for (int query = 0; query < queries.size(); query++) {
            Ranking ranking = reverse
                    ? engine.rank(pool.candidates().get(query), jobs, pool, jobs.size())
                    : engine.rank(jobs.get(query), pool, pool.size());
            ranking.fellBack().ifPresent(each -> fallBacks.add(each.reason()));
            List<Match> matches = ranking.matches();
            rankings.write(
                    queries.get(query).id(),
                    matches.stream().map(match -> answer(match).id()).toList(),
                    matches.stream().map(Match::exactScore).toList());
            scorer.add(queries.get(query), matches.stream().map(this::answer).toList());
        }
        Outcome outcome = scorer.outcome(engine.name(), since(start));
        fallBacks.forEach(reason -> notes.add("The engine went on without vectors: " + reason));
        return outcome;
    }

    private Document answer(Match match) {
        return reverse
                ? posts.get((int) match.job().value() - 1)
                : resumes.get((int) match.candidate().value() - 1);
    }

    /** @param scores of each resume, for each post */
    private Outcome outcome(String name, double[][] scores) {
        Scorer scorer = new Scorer();
        if (reverse) {
            for (int i = 0; i < resumes.size(); i++) {
                int resume = i;
                scorer.add(resumes.get(i), sorted(posts, post -> scores[post][resume]));
            }
        } else {
            for (int i = 0; i < posts.size(); i++) {
                double[] own = scores[i];
                scorer.add(posts.get(i), sorted(resumes, resume -> own[resume]));
            }
        }
        return scorer.outcome(name, 0);
    }

    private static List<Document> sorted(List<Document> documents, IntFunction<Double> score) {
        return IntStream.range(0, documents.size())
                .boxed()
                .sorted((one, other) -> Double.compare(score.apply(other), score.apply(one)))
                .map(documents::get)
                .toList();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Queries that nothing is relevant to do not count. */
    private final class Scorer {

        private final List<Double> gains = new ArrayList<>();
        private final List<Double> precisions = new ArrayList<>();

        void add(Document query, List<Document> answer) {
            int all = (int) (reverse ? posts : resumes)
                    .stream()
                            .filter(each -> each.category().equals(query.category()))
                            .count();
            if (all > 0) {
                boolean[] relevant = new boolean[answer.size()];
                for (int i = 0; i < relevant.length; i++) {
                    relevant[i] = answer.get(i).category().equals(query.category());
                }
                gains.add(Metrics.discountedGain(relevant, all));
                precisions.add(Metrics.averagePrecision(relevant, all));
            }
        }

        Outcome outcome(String name, double seconds) {
            if (gains.isEmpty()) {
                throw new UnreadableDataException(
                        "No query has a relevant answer: resumes and posts share no category.");
            }
            return new Outcome(
                    name,
                    gains.stream().mapToDouble(Double::doubleValue).toArray(),
                    precisions.stream().mapToDouble(Double::doubleValue).toArray(),
                    seconds);
        }
    }
}
