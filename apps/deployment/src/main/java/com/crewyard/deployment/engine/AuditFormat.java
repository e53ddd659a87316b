package com.crewyard.deployment.engine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The audit as a file: CSV (RFC 4180), or a JSON object a line (JSON Lines). */
public enum AuditFormat {
    CSV("text/csv;charset=utf-8") {
        @Override
        public String of(List<AuditLine> lines) {
            return Stream.concat(
                            Stream.of(List.of("id", "at", "application", "environment", "actor", "action", "details")),
                            lines.stream().map(AuditFormat::cells))
                    .map(cells -> cells.stream().map(AuditFormat::quoted).collect(Collectors.joining(",")) + "\r\n")
                    .collect(Collectors.joining());
        }
    },
    JSONL("application/jsonl") {
        @Override
        public String of(List<AuditLine> lines) {
            return lines.stream()
                    .map(JSON::writeValueAsString)
                    .collect(Collectors.joining("\n", "", lines.isEmpty() ? "" : "\n"));
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final String mediaType;

    AuditFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public abstract String of(List<AuditLine> lines);

    public String mediaType() {
        return mediaType;
    }

    private static List<String> cells(AuditLine line) {
        return List.of(
                String.valueOf(line.id()),
                line.at().toString(),
                line.application(),
                line.environment(),
                line.actor(),
                line.action(),
                line.details());
    }

    /** A spreadsheet takes what begins with these for a formula, so such text is marked as text. */
    private static String quoted(String cell) {
        String harmless = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
