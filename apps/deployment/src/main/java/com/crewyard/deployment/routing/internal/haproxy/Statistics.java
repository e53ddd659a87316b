package com.crewyard.deployment.routing.internal.haproxy;

import java.util.Arrays;
import java.util.List;

/**
 * What one worker process counted for one server.
 *
 * @param open sessions now
 * @param switched answers with 101: WebSockets that were opened
 * @param answered all other answers
 * @param errors answers of the 500s among them
 * @param failed connections and answers that never came, and were not had elsewhere
 * @param retried attempts that were made again, here or elsewhere
 */
record Statistics(
        String backend,
        String server,
        long open,
        long switched,
        long answered,
        long errors,
        long failed,
        long retried,
        int weight) {

    static final String QUESTION = "show stat -1 4 -1";

    static Statistics none(String backend, String server) {
        return new Statistics(backend, server, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The servers' rows of an answer to {@link #QUESTION}, which is CSV with a line of names. */
    static List<Statistics> read(String answer) {
        String[] lines = answer.strip().split("\n", -1);
        List<String> columns = List.of(lines[0].replaceFirst("^# ", "").split(",", -1));
        return Arrays.stream(lines)
                .skip(1)
                .filter(line -> line.contains(","))
                .map(line -> of(new Row(columns, line.split(",", -1))))
                .toList();
    }

    String path() {
        return backend + "/" + server;
    }

    Statistics plus(Statistics other) {
        return new Statistics(
                backend,
                server,
                open + other.open,
                switched + other.switched,
                answered + other.answered,
                errors + other.errors,
                failed + other.failed,
                retried + other.retried,
                weight);
    }

    /** As of a process, or a server, that is no more. */
    Statistics ended() {
        return new Statistics(backend, server, 0, switched, answered, errors, failed, retried, 0);
    }

    private static Statistics of(Row row) {
        return new Statistics(
                row.text("pxname"),
                row.text("svname"),
                row.number("scur"),
                row.number("hrsp_1xx"),
                row.number("hrsp_2xx")
                        + row.number("hrsp_3xx")
                        + row.number("hrsp_4xx")
                        + row.number("hrsp_5xx")
                        + row.number("hrsp_other"),
                row.number("hrsp_5xx"),
                row.number("econ") + row.number("eresp"),
                row.number("wretr") + row.number("wredis"),
                (int) row.number("weight"));
    }

    private record Row(List<String> columns, String[] cells) {

        String text(String column) {
            int index = columns.indexOf(column);
            return index < 0 || index >= cells.length ? "" : cells[index];
        }

        long number(String column) {
            String text = text(column);
            return text.isEmpty() ? 0 : Long.parseLong(text);
        }
    }
}
