package com.crewyard.recruiting.vocabulary.official;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values, whose quoted fields may hold line breaks (RFC 4180). */
final class CsvText {

    private final String text;
    private int at;

    private CsvText(String text) {
        this.text = text;
    }

    static List<List<String>> records(String text) {
        CsvText csv = new CsvText(text);
        List<List<String>> records = new ArrayList<>();
        while (csv.at < text.length()) {
            List<String> record = csv.record();
            if (record.size() > 1 || !record.getFirst().isBlank()) {
                records.add(record);
            }
        }
        return records;
    }

    private List<String> record() {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(field());
            if (at >= text.length()) {
                return fields;
            }
            char end = text.charAt(at++);
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != ',') {
                return fields;
            }
        }
    }

    private String field() {
        if (at >= text.length() || text.charAt(at) != '"') {
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                field.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                break;
            }
        }
        return field.toString();
    }
}
