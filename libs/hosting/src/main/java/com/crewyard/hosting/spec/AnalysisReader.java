package com.crewyard.hosting.spec;

import com.crewyard.hosting.spec.AppSpec.Analysis;
import com.crewyard.hosting.spec.AppSpec.Analysis.Undecided;
import com.crewyard.hosting.spec.AppSpec.AnalysisMetric;
import com.crewyard.hosting.yaml.Fields;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a canary is judged. */
final class AnalysisReader {

    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
    private static final double MOST = 1000;
    private static final double ERRORS = 0.005;
    private static final double SLOWER = 0.10;
    private static final double TAIL = 0.25;

    private AnalysisReader() {}

    static Analysis analysis(Fields fields) {
        Analysis analysis = new Analysis(
                fields.parsed("errors", AnalysisReader::share).orElse(ERRORS),
                fields.parsed("slower", AnalysisReader::percent).orElse(SLOWER),
                fields.parsed("tail", AnalysisReader::percent).orElse(TAIL),
                fields.choice("undecided", Set.of("rollback", "hold"))
                        .map(word -> Undecided.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Undecided.ROLLBACK),
                fields.parsed("prometheus", AnalysisReader::address),
                fields.parsed("interval", AnalysisReader::interval).orElse(Duration.ofSeconds(15)),
                List.copyOf(fields.listed("metrics", AnalysisReader::metric)));
        if (!analysis.metrics().isEmpty() && analysis.prometheus().isEmpty()) {
            fields.refuse(
                    "metrics", "there is no \"prometheus\" to ask; write its address, such as http://prometheus:9090");
        }
        fields.finish();
        return analysis;
    }

    private static AnalysisMetric metric(Fields fields) {
        String name = fields.requiredText("name");
        Optional<String> query = fields.text("query");
        Optional<String> requests = fields.text("requests");
        Optional<String> errors = fields.text("errors");
        if (query.isPresent() == requests.isPresent() || requests.isPresent() != errors.isPresent()) {
            fields.refuse("name", "%s needs either \"query\", or \"requests\" and \"errors\"".formatted(name));
        }
        AnalysisMetric metric = new AnalysisMetric(
                name,
                query,
                requests,
                errors,
                fields.choice("worse", Set.of("higher", "lower", "either")).orElse("higher"),
                fields.parsed("allowed", query.isPresent() ? AnalysisReader::percent : AnalysisReader::share)
                        .orElse(query.isPresent() ? SLOWER : ERRORS));
        fields.finish();
        return metric;
    }

    /** A difference of shares. */
    private static double share(String text) {
        double share = percent(text);
        if (share >= 1) {
            throw new IllegalArgumentException("\"%s\" is not a share below 100%%".formatted(text));
        }
        return share;
    }

    private static double percent(String text) {
        Matcher matcher = PERCENT.matcher(text.strip());
        double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (percent <= 0 || percent > MOST) {
            throw new IllegalArgumentException("\"%s\" is not a share such as 0.5%%".formatted(text));
        }
        return percent / 100;
    }

    private static String address(String text) {
        try {
            URI address = URI.create(text.strip());
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address.toString();
            }
        } catch (IllegalArgumentException _) {
            // Refused below, in the same words.
        }
        throw new IllegalArgumentException("\"%s\" is not an address such as http://prometheus:9090".formatted(text));
    }

    private static Duration interval(String text) {
        Duration interval = AppSpecReader.duration(text);
        if (interval.toSeconds() < 1 || interval.toMillisPart() != 0) {
            throw new IllegalArgumentException("\"%s\" is not a whole number of seconds such as 15s".formatted(text));
        }
        return interval;
    }
}
