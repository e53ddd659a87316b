package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.matching.meaning.Occupation;
import com.crewyard.recruiting.matching.meaning.OccupationIndex;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the occupation that each title of advertisements or surveys belongs to, beside a ranking by characters. */
public final class TitlesEvaluation {

    private static final int MOST_TITLES = 2_000;

    private final List<Occupation> occupations;
    private final List<TitleFiles.Title> titles;
    private final int unknown;
    private final PrintStream progress;

    /**
     * @param titles CSV of ESCO shape (vacancyTitle, conceptUri) or O*NET's reported titles
     * @param occupations ESCO's occupations, or O*NET's occupation data and alternate titles
     */
    public TitlesEvaluation(Path titles, List<Path> occupations, PrintStream progress) {
        this.progress = progress;
        this.occupations = TitleFiles.occupations(occupations);
        Set<String> known = this.occupations.stream().map(Occupation::id).collect(Collectors.toSet());
        List<TitleFiles.Title> all = TitleFiles.titles(titles);
        List<TitleFiles.Title> usable =
                all.stream().filter(title -> known.contains(title.occupation())).toList();
        if (usable.isEmpty()) {
            throw new UnreadableDataException(
                    "None of the occupations that %s names stands in %s.".formatted(titles, occupations));
        }
        this.unknown = all.size() - usable.size();
        int count = Math.min(MOST_TITLES, usable.size());
        this.titles = IntStream.range(0, count)
                .mapToObj(i -> usable.get((int) ((long) i * usable.size() / count)))
                .toList();
    }

    /**
     * How good one way is.
     *
     * @param reciprocalRank mean of 1 / place of the right occupation, with its 95 % interval
     * @param recall share of titles whose occupation is among the first ten
     */
    public record Figures(double reciprocalRank, double low, double high, double recall) {}

    /**
     * What was found.
     *
     * @param unknown titles left out because their occupation is not among the known
     * @param verbatim share of the titles that an occupation has word for word
     * @param ways by name
     */
    public record Report(int titles, int unknown, int occupations, double verbatim, Map<String, Figures> ways) {

        public String table() {
            List<String> lines = new ArrayList<>();
            lines.add(
                    "%,d titles, %,d occupations; %.0f %% of the titles are known word for word; %,d left out, whose occupation is not known"
                            .formatted(titles, occupations, 100 * verbatim, unknown));
            lines.add("");
            lines.add("%-28s %-22s %s".formatted("", "MRR [95 %]", "recall@10"));
            ways.forEach((name, figures) -> lines.add("%-28s %.3f [%.3f, %.3f]   %.3f"
                    .formatted(name, figures.reciprocalRank(), figures.low(), figures.high(), figures.recall())));
            return String.join("\n", lines);
        }
    }

    public Report run() {
        try (OnnxEmbedder model = OnnxEmbedder.onAllCores()) {
            return run(model);
        }
    }

    Report run(TextEmbedder model) {
        MeasuredEmbedder embedder = MeasuredEmbedder.telling(model, progress);
        OccupationIndex index = OccupationIndex.of(occupations, embedder);
        List<String> texts = titles.stream().map(TitleFiles.Title::text).toList();
        List<List<String>> byMeaning = index.rank(texts, occupations.size()).stream()
                .map(ranking ->
                        ranking.stream().map(ranked -> ranked.occupation().id()).toList())
                .toList();
        CharacterGrams grams = new CharacterGrams(occupations);
        Map<String, Figures> ways = new LinkedHashMap<>();
        ways.put("engine, " + model.model(), figures(byMeaning));
        ways.put(
                "characters 3-5, TF-IDF",
                figures(texts.parallelStream().map(grams::rank).toList()));
        Set<String> words = occupations.stream()
                .flatMap(each -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(each.label()), each.alternatives().stream()))
                .map(CharacterGrams::plain)
                .collect(Collectors.toSet());
        double verbatim = (double) texts.stream()
                        .filter(text -> words.contains(CharacterGrams.plain(text)))
                        .count()
                / texts.size();
        return new Report(titles.size(), unknown, occupations.size(), verbatim, ways);
    }

    private Figures figures(List<List<String>> rankings) {
        double[] reciprocal = new double[titles.size()];
        int among = 0;
        for (int i = 0; i < reciprocal.length; i++) {
            int place = rankings.get(i).indexOf(titles.get(i).occupation()) + 1;
            reciprocal[i] = place == 0 ? 0 : 1.0 / place;
            among += place > 0 && place <= Metrics.DEPTH ? 1 : 0;
        }
        Interval interval = Interval.of(reciprocal);
        return new Figures(interval.mean(), interval.low(), interval.high(), (double) among / reciprocal.length);
    }
}
