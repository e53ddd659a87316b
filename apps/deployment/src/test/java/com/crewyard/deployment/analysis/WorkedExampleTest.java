package com.crewyard.deployment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.analysis.Forecast.Baseline;
import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.LogNormalDistribution;
import org.junit.jupiter.api.Test;

/** The example of docs/canary-analysis.md is what the code says. */
class WorkedExampleTest {

    private static final ErrorShare ERRORS = ErrorShare.of("errors");
    private static final Reading LATENCY = Reading.latency("response time");

    @Test
    void everySentenceOfTheExampleIsTheCodes() throws IOException {
        String document = Files.readString(Path.of("../../docs/canary-analysis.md"));
        Looks plan = Looks.even(5, 5);
        CanaryAnalysis analysis = new CanaryAnalysis(Rules.standard());
        List<String> said = new ArrayList<>();

        Forecast forecast = Forecast.of(
                Rules.standard(),
                plan,
                0.1,
                List.of(
                        new Baseline.Errors(ERRORS, 100_000, 400, 200),
                        new Baseline.Values(LATENCY, latencies(2000, 1), 200)));
        forecast.metrics().forEach(one -> said.add(one.sentence()));
        said.addAll(analysis.judge(Looks.even(1, 5), List.of(errors(8, 1_000), slower(200, 1)))
                .reasons());
        said.addAll(analysis.judge(plan, List.of(errors(21, 5_000), slower(1_000, 1)))
                .reasons());
        said.addAll(analysis.judge(Looks.even(2, 5), List.of(errors(30, 2_000), slower(400, 1.2)))
                .reasons());

        assertThat(said).allSatisfy(sentence -> assertThat(document).contains("> " + sentence));
    }

    private static Measurement errors(long errors, long requests) {
        return new Measurement.Counted(
                ERRORS,
                List.of(new Cell("new", requests, errors)),
                List.of(new Cell("old", 9 * requests, 9 * requests / 250)));
    }

    private static Measurement slower(int values, double factor) {
        return new Measurement.Sampled(LATENCY, latencies(values, factor), latencies(9 * values, 1));
    }

    /** Evenly spread over the probabilities of a log-normal distribution around 100 ms. */
    private static Sample latencies(int size, double factor) {
        LogNormalDistribution distribution = new LogNormalDistribution(Math.log(100 * factor), 0.4);
        return Sample.of(IntStream.range(0, size)
                .mapToDouble(i -> distribution.inverseCumulativeProbability((i + 0.5) / size))
                .toArray());
    }
}
