package com.crewyard.hosting;

import com.crewyard.hosting.advice.AdviceJson;
import com.crewyard.hosting.advice.Advisor;
import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpecReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Measures reading, ranking and generating: {@code java -cp ... com.crewyard.hosting.Figures}. */
public final class Figures {

    private static final int WARM = 30;
    private static final int RUNS = 21;
    private static final int MANY = 200;

    private Figures() {}

    static void main() {
        Advisor advisor = new Advisor(PriceBook.shipped(), List.of(), LocalDate.of(2026, 11, 21));
        List<String> seeds = List.of(Seeds.text(Seeds.EMPLOYMENT), Seeds.text(Seeds.DEPLOYMENT));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(seeds.get(i % 2).replace("model: \"o3\"", "model: \"author " + i + "\""));
        }
        long first = time(advisor, seeds);
        for (int i = 0; i < WARM; i++) {
            time(advisor, seeds);
        }
        System.out.printf("two documents, first time: %d ms%n", first / 1_000_000);
        System.out.printf("two documents, warm median: %d ms%n", median(advisor, seeds) / 1_000_000);
        System.out.printf("%d documents, median: %d ms%n", MANY, median(advisor, many) / 1_000_000);
        AppSpec app =
                AppSpecReader.read("app.yaml", Seeds.text("guestbook.yaml")).spec();
        long cold = artifacts(app);
        for (int i = 0; i < WARM; i++) {
            artifacts(app);
        }
        System.out.printf(
                "all artifacts of one application, first time: %d ms, warm: %d ms%n",
                cold / 1_000_000, artifacts(app) / 1_000_000);
    }

    /** Every target once, in nanoseconds. */
    private static long artifacts(AppSpec app) {
        Environment environment = Objects.requireNonNull(app.environments().get("vm"));
        long start = System.nanoTime();
        int characters = Generators.all().values().stream()
                .flatMap(generator -> generator.generate(app, environment).stream())
                .mapToInt(artifact -> artifact.content().length())
                .sum();
        if (characters == 0) {
            throw new AssertionError();
        }
        return System.nanoTime() - start;
    }

    private static long median(Advisor advisor, List<String> texts) {
        long[] times = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = time(advisor, texts);
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static long time(Advisor advisor, List<String> texts) {
        long start = System.nanoTime();
        List<ResearchDocument> documents = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            documents.add(ResearchReader.read("d" + i + ".md", texts.get(i)).document());
        }
        String json = AdviceJson.of(advisor.advise(documents, Needs.NONE, "needs"), List.of());
        if (json.isEmpty()) {
            throw new AssertionError();
        }
        return System.nanoTime() - start;
    }
}
