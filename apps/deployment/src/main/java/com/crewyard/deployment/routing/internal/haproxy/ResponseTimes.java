package com.crewyard.deployment.routing.internal.haproxy;

import com.crewyard.deployment.routing.Latencies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How fast servers answered, by their paths: how many answers began within each of {@link Latencies#BOUNDS_MILLISECONDS}, one more for
 * the rest. HAProxy's statistics have averages only, so each backend counts its answers in a stick table under the server and the time,
 * which is rounded up, more coarsely the longer it is (configuration manual of 2.6, sections 4.2 and 7.3).
 */
record ResponseTimes(Map<String, List<Long>> counts) {

    static final ResponseTimes NONE = new ResponseTimes(Map.of());

    /** In a frontend: when a request came, in microseconds. */
    static final String BEGUN = "    http-request set-var(txn.begun) date(0,us)\n";

    /** In a backend: to its server and back, in milliseconds. WebSockets are as long as people stay. */
    static final String COUNTED = """
                stick-table type string len 200 size 20k store gpc0
                http-response set-var(txn.took) date(0,us),sub(txn.begun)
                http-response set-var(txn.ms) int(30001)
                http-response set-var(txn.ms) var(txn.took),add(99999),div(100000),mul(100) if { var(txn.took) -m int le 30000000 }
                http-response set-var(txn.ms) var(txn.took),add(9999),div(10000),mul(10) if { var(txn.took) -m int le 1000000 }
                http-response set-var(txn.ms) var(txn.took),add(999),div(1000) if { var(txn.took) -m int le 100000 }
                http-response track-sc0 srv_name,concat(@,txn.ms) unless { status 101 }
                http-response sc-inc-gpc0(0) unless { status 101 }
            """;

    private static final String TABLE = "# table: ";
    private static final Pattern ENTRY = Pattern.compile(".* key=(.+)@(\\d+) .*gpc0=(\\d+)");
    private static final int BUCKETS = Latencies.BOUNDS_MILLISECONDS.size() + 1;

    ResponseTimes {
        counts = Map.copyOf(counts);
    }

    static String question(String backend) {
        return "show table " + backend;
    }

    /** Of an answer to questions for several backends; a backend that is not there has no times. */
    static ResponseTimes read(String answer) {
        Map<String, List<Long>> counts = new TreeMap<>();
        String backend = "";
        for (String line : answer.lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (line.startsWith(TABLE)) {
                backend = line.substring(TABLE.length(), line.indexOf(','));
            } else if (entry.matches()) {
                int bucket = Latencies.bucket(Long.parseLong(entry.group(2)));
                List<Long> ofServer = counts.computeIfAbsent(backend + "/" + entry.group(1), _ -> zeros());
                ofServer.set(bucket, ofServer.get(bucket) + Long.parseLong(entry.group(3)));
            }
        }
        return new ResponseTimes(counts);
    }

    List<Long> of(String path) {
        return counts.getOrDefault(path, zeros());
    }

    /** Of servers that are still remembered. */
    ResponseTimes of(List<Server> servers) {
        Map<String, List<Long>> known = new TreeMap<>(counts);
        known.keySet().retainAll(servers.stream().map(Server::path).toList());
        return new ResponseTimes(known);
    }

    ResponseTimes plus(ResponseTimes other) {
        Map<String, List<Long>> sum = new TreeMap<>(counts);
        other.counts.forEach((path, more) -> sum.merge(path, more, ResponseTimes::sum));
        return new ResponseTimes(sum);
    }

    static List<Long> sum(List<Long> one, List<Long> other) {
        return IntStream.range(0, one.size())
                .mapToObj(bucket -> one.get(bucket) + other.get(bucket))
                .toList();
    }

    private static List<Long> zeros() {
        return new ArrayList<>(Collections.nCopies(BUCKETS, 0L));
    }
}
