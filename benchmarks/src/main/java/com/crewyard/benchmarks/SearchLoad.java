package com.crewyard.benchmarks;

import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.SearchDocument;
import com.crewyard.recruiting.search.internal.lucene.LuceneIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;

/** The process that {@link SearchBenchmark} measures. */
final class SearchLoad {

    private static final int BATCH = 500;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 25;
    private static final int PAGE = 25;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** As recruiters ask, from the rare to what nearly everybody has. */
    private static final List<String> QUERIES = List.of(
            "",
            "nurse",
            "java",
            "site manager",
            "experience",
            "software engineer python",
            "\"project management\"",
            "skill:welding",
            "skill:java years:>=5",
            "title:accountant in:Berlin",
            "electrician OR plumber",
            "(java OR kotlin) -junior",
            "chef language:french",
            "kuberntes",
            "warehouse forklift driver",
            "Krankenschwester",
            "Mechaniker Hamburg",
            "team lead sales",
            "logistics years:3..7",
            "customer service hotel",
            "node.js postgresql",
            "is:candidate intensive care",
            "tag:rehire nurse",
            "sql data analyst",
            "maintenance repair");

    private final Taxonomy taxonomy = Taxonomy.load();
    private final GeneratedCandidates candidates = new GeneratedCandidates(taxonomy);

    static void main(String[] arguments) throws IOException {
        new SearchLoad().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void run(Path directory, int count) throws IOException {
        QueryReader queries = QueryReader.of(() -> taxonomy, Clock.systemUTC());
        try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(directory), queries)) {
            long started = System.nanoTime();
            for (int from = 0; from < count; from += BATCH) {
                List<SearchDocument> batch = new ArrayList<>();
                for (int i = from; i < Math.min(count, from + BATCH); i++) {
                    batch.add(candidates.document(candidates.resume(i), i).build());
                }
                index.put(batch);
            }
            index.commit(1);
            index.refresh();
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.println("%,d candidates made up and indexed in %.0f s, %,d MiB on disk"
                    .formatted(count, seconds, size(directory) >> 20));
            measure(index);
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.println("memory: %,d MiB of heap in use, the whole process %,d MiB; load %.1f"
                    .formatted(
                            heap >> 20,
                            Memory.mebibytes(ProcessHandle.current().pid()),
                            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
    }

    private static void measure(LuceneIndex index) {
        for (int round = 0; round < WARM_UP; round++) {
            QUERIES.forEach(query -> index.find(request(query)));
        }
        List<Double> all = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        for (String query : QUERIES) {
            List<Double> own = new ArrayList<>();
            SearchAnswer answer = SearchAnswer.nothing();
            for (int round = 0; round < ROUNDS; round++) {
                long started = System.nanoTime();
                long worked = THREADS.getCurrentThreadCpuTime();
                answer = index.find(request(query));
                work.add((THREADS.getCurrentThreadCpuTime() - worked) / 1e6);
                own.add((System.nanoTime() - started) / 1e6);
            }
            all.addAll(own);
            System.out.println("%-34s %s%,6d found  p50 %6.1f ms  p95 %6.1f ms"
                    .formatted(
                            query.isEmpty() ? "(everything)" : query,
                            answer.exact() ? " " : ">",
                            answer.total(),
                            percentile(own, 50),
                            percentile(own, 95)));
        }
        System.out.println("search with facets and highlights: p50 %.1f ms, p95 %.1f ms (goal 30 ms), %d searches"
                .formatted(percentile(all, 50), percentile(all, 95), all.size()));
        System.out.println("the same, time of the processor alone: p50 %.1f ms, p95 %.1f ms"
                .formatted(percentile(work, 50), percentile(work, 95)));
        List<Double> narrowed = new ArrayList<>();
        for (int round = 0; round < ROUNDS * 4; round++) {
            long started = System.nanoTime();
            index.find(request("manager")
                    .with(Map.of(Facet.YEARS, List.of("10+"), Facet.LANGUAGE, List.of("German")))
                    .by(Order.NEWEST));
            narrowed.add((System.nanoTime() - started) / 1e6);
        }
        System.out.println("narrowed by two facets, newest first: p50 %.1f ms, p95 %.1f ms"
                .formatted(percentile(narrowed, 50), percentile(narrowed, 95)));
    }

    private static SearchRequest request(String query) {
        return SearchRequest.of(query).first(PAGE);
    }

    static double percentile(List<Double> values, int percent) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return Arrays.stream(files.toArray(Path[]::new))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
