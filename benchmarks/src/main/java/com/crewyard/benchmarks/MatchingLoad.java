package com.crewyard.benchmarks;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import com.crewyard.recruiting.matching.BlindText;
import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.matching.CandidatePool;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.JobView;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchEngine;
import com.crewyard.recruiting.matching.internal.CandidateCodec;
import com.crewyard.recruiting.matching.internal.Contenders;
import com.crewyard.recruiting.matching.internal.LocalEngine;
import com.crewyard.recruiting.matching.internal.Shortlists;
import com.crewyard.recruiting.matching.internal.Vocabulary;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxModel;
import com.crewyard.recruiting.places.Places;
import com.crewyard.recruiting.search.internal.SearchDocument;
import com.crewyard.recruiting.search.internal.lucene.LuceneIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.store.FSDirectory;

/** The process that {@link MatchingBenchmark} measures: the index, the shortlists and the engine of the product. */
final class MatchingLoad {

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int JOBS = 60;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 8;
    private static final int SHOWN = 50;
    /** Weighing everybody takes minutes. */
    private static final int WEIGHED_WHOLE = 5;

    private static final String FILTER = "years:>=3 -tag:rehire";

    private final Taxonomy taxonomy = Taxonomy.load();
    private final GeneratedCandidates people = new GeneratedCandidates(taxonomy);
    private final Vocabulary vocabulary = new Vocabulary(taxonomy);
    private final CandidateCodec codec = new CandidateCodec(vocabulary, OnnxModel.BGE_SMALL.space());

    static void main(String[] arguments) throws IOException {
        OnnxEmbedder model =
                new OnnxEmbedder(OnnxModel.BGE_SMALL, Runtime.getRuntime().availableProcessors());
        ScatteredVectors vectors = new ScatteredVectors(model);
        Tenancy.in(new OrganizationId(1), () -> {
            try {
                new MatchingLoad().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), vectors);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        System.exit(0);
    }

    private void run(Path directory, int count, ScatteredVectors vectors) throws IOException {
        QueryReader queries = QueryReader.of(() -> taxonomy, Clock.systemUTC());
        long started = System.nanoTime();
        // Settled, closed and opened again, as after a restart: merges do not run while it is measured.
        try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(directory), queries)) {
            for (int from = (int) index.size(); from < count; from += BATCH) {
                index.put(IntStream.range(from, Math.min(count, from + BATCH))
                        .mapToObj(number -> document(number, vectors))
                        .toList());
            }
            index.settle();
            do {
                LockSupport.parkNanos(POLL.toNanos());
                index.refresh();
            } while (index.segments() > 1);
            index.commit(1);
        }
        try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(directory), queries)) {
            System.out.println("%,d candidates made up, prepared and indexed in %.0f s, %,d MiB on disk"
                    .formatted(count, (System.nanoTime() - started) / 1e9, SearchLoad.size(directory) >> 20));
            LocalEngine engine = new LocalEngine(vocabulary, vectors);
            Shortlists shortlists = new Shortlists(new OneIndex(index), _ -> List.of());
            List<JobView> jobs = IntStream.range(0, JOBS).mapToObj(this::job).toList();
            System.out.println(
                    "never asked before: " + round(jobs, "", engine, shortlists).told());
            for (int i = 0; i < WARM_UP; i++) {
                round(jobs, "", engine, shortlists);
                round(jobs, FILTER, engine, shortlists);
            }
            Times plain = new Times();
            Times filtered = new Times();
            for (int i = 0; i < ROUNDS; i++) {
                plain.add(round(jobs, "", engine, shortlists));
                filtered.add(round(jobs, FILTER, engine, shortlists));
            }
            System.out.println("everybody:          " + plain.told());
            System.out.println("with filters:       " + filtered.told() + " (goal p50 15 ms, p95 40 ms)");
            System.gc();
            System.out.println(
                    "memory: %,d MiB of heap in use, the whole process %,d MiB, %,d of it pages of files; load %.1f"
                            .formatted(
                                    ManagementFactory.getMemoryMXBean()
                                                    .getHeapMemoryUsage()
                                                    .getUsed()
                                            >> 20,
                                    Memory.mebibytes(ProcessHandle.current().pid()),
                                    Memory.mebibytesOfFiles(
                                            ProcessHandle.current().pid()),
                                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
            missed(jobs.subList(0, WEIGHED_WHOLE), count, vectors, engine, shortlists);
        }
    }

    /** Milliseconds. */
    private record Times(List<Double> chosen, List<Double> whole) {

        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Times more) {
            chosen.addAll(more.chosen);
            whole.addAll(more.whole);
        }

        String told() {
            return "p50 %.1f ms, p95 %.1f ms, of which choosing whom to weigh p50 %.1f ms, p95 %.1f ms; %d jobs"
                    .formatted(
                            SearchLoad.percentile(whole, 50),
                            SearchLoad.percentile(whole, 95),
                            SearchLoad.percentile(chosen, 50),
                            SearchLoad.percentile(chosen, 95),
                            whole.size());
        }
    }

    private static Times round(List<JobView> jobs, String filter, LocalEngine engine, Shortlists shortlists) {
        Times times = new Times();
        for (JobView job : jobs) {
            long started = System.nanoTime();
            Contenders.Chosen chosen = shortlists.forJob(engine, job, filter);
            times.chosen.add((System.nanoTime() - started) / 1e6);
            MatchEngine.Ranking ranking = engine.rank(job, chosen.pool(), chosen.candidates(), SHOWN);
            times.whole.add((System.nanoTime() - started) / 1e6);
            if (ranking.matches().size() != SHOWN || ranking.fellBack().isPresent()) {
                throw new IllegalStateException(
                        "%d matches; %s".formatted(ranking.matches().size(), ranking.fellBack()));
            }
        }
        return times;
    }

    /** Of the best when everybody is weighed, how many are among the best of those whom the index chooses. */
    private void missed(
            List<JobView> jobs, int count, ScatteredVectors vectors, LocalEngine engine, Shortlists shortlists) {
        CandidatePool pool = shortlists.sample(engine);
        List<List<Match>> best =
                jobs.stream().<List<Match>>map(_ -> new ArrayList<>()).toList();
        for (int from = 0; from < count; from += BATCH) {
            List<CandidateView> views = IntStream.range(from, Math.min(count, from + BATCH))
                    .mapToObj(number -> engine.recall(
                            document(number, vectors).prepared().orElseThrow().contents()))
                    .toList();
            for (int i = 0; i < jobs.size(); i++) {
                best.get(i).addAll(engine.rank(jobs.get(i), pool, views, SHOWN).matches());
                List<Match> kept = best.get(i).stream()
                        .sorted(Comparator.comparingDouble(Match::exactScore).reversed())
                        .limit(SHOWN)
                        .toList();
                best.get(i).clear();
                best.get(i).addAll(kept);
            }
        }
        double[] found = {0, 0};
        for (int i = 0; i < jobs.size(); i++) {
            Contenders.Chosen chosen = shortlists.forJob(engine, jobs.get(i), "");
            Set<CandidateId> shown =
                    new HashSet<>(engine.rank(jobs.get(i), pool, chosen.candidates(), SHOWN).matches().stream()
                            .map(Match::candidate)
                            .toList());
            List<CandidateId> all = best.get(i).stream().map(Match::candidate).toList();
            found[0] += all.stream().filter(shown::contains).count() / (double) SHOWN / jobs.size();
            found[1] += all.subList(0, 10).stream().filter(shown::contains).count() / 10.0 / jobs.size();
        }
        System.out.println("of the best 50 of everybody %.3f are shown, of the best 10 %.3f; %d jobs"
                .formatted(found[0], found[1], jobs.size()));
    }

    private SearchDocument document(int number, ScatteredVectors vectors) {
        ResumeSource resume = people.resume(number);
        CandidateView view = view(resume, number);
        Map<String, float[]> own = vectors.of(resume.trade(), CandidateCodec.texts(view));
        return people.document(resume, number)
                .prepared(codec.prepared(view, own))
                .build();
    }

    private static CandidateView view(ResumeSource resume, int number) {
        return new CandidateView(
                new CandidateId(number + 1L),
                resume.work().stream().map(ResumeSource.Role::title).distinct().toList(),
                BlindText.of(resume.headline(), List.of(), List.of()),
                resume.skills(),
                Optional.of(GeneratedCandidates.years(resume)),
                Places.of(resume.location()),
                BlindText.forRanking(
                        GeneratedCandidates.text(resume),
                        resume.name(),
                        resume.education().stream()
                                .map(ResumeSource.Study::institution)
                                .toList()));
    }

    /** A post such as somebody could be hired by who is not among the candidates. */
    private JobView job(int number) {
        ResumeSource like = people.resume(1_000_000 + number);
        List<String> skills = like.skills();
        String description = like.work().stream()
                .flatMap(role -> role.duties().stream())
                .limit(4)
                .collect(Collectors.joining("\n"));
        return new JobView(
                new JobId(number + 1L),
                like.latest().title(),
                Places.of(like.latest().location()).stream().toList(),
                number % 3 == 0,
                skills.subList(0, Math.min(5, skills.size())),
                skills.subList(Math.min(5, skills.size()), Math.min(7, skills.size())),
                like.latest().title() + "\n" + description);
    }

    /** The index of the only organization there is. */
    private record OneIndex(LuceneIndex index) implements CandidateIndex {

        @Override
        public long size() {
            return index.candidates();
        }

        @Override
        public Set<CandidateId> all(String filter) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Nearest nearest(Wanted wanted, String filter, int most, LongPredicate known) {
            return index.nearest(wanted, filter, most, known);
        }

        @Override
        public List<Held> sample(int size, LongPredicate known) {
            return index.sample(size, known);
        }
    }
}
