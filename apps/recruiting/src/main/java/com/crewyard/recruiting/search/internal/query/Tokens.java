package com.crewyard.recruiting.search.internal.query;

import com.crewyard.recruiting.search.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into pieces. Every text can be cut. */
final class Tokens {

    private static final int LONGEST_QUERY = 2_000;
    private static final int MOST = 200;
    private static final Set<String> AND = Set.of("AND", "UND", "&&");
    private static final Set<String> OR = Set.of("OR", "ODER", "||", "|");
    private static final Set<String> NOT = Set.of("NOT", "NICHT");
    private static final String QUOTES = "\"“”„‟«»";
    private static final Pattern FIELD = Pattern.compile("(\\p{L}[\\p{L}_-]{0,30}):(?!//)");

    private final String query;
    private final List<Note> notes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String query, List<Note> notes) {
        this.query = query;
        this.notes = notes;
    }

    static List<Token> of(String query, List<Note> notes) {
        boolean cut = query.length() > LONGEST_QUERY;
        Tokens tokens = new Tokens(cut ? query.substring(0, LONGEST_QUERY) : query, notes);
        if (tokens.read() || cut) {
            notes.add(Note.of(Note.Code.TOO_LONG));
        }
        return tokens.tokens;
    }

    /** Whether there was more than is read. */
    private boolean read() {
        Matcher field = FIELD.matcher(query);
        while (at < query.length() && tokens.size() < MOST) {
            char next = query.charAt(at);
            if (isSpace(next)) {
                at++;
            } else if (next == '(') {
                tokens.add(new Token.Open());
                at++;
            } else if (next == ')') {
                tokens.add(new Token.Close());
                at++;
            } else if (QUOTES.indexOf(next) >= 0) {
                quoted();
            } else if ((next == '-' || next == '!') && startsSomething(at + 1)) {
                tokens.add(new Token.Not(String.valueOf(next)));
                at++;
            } else if (next == '+' && startsSomething(at + 1)) {
                at++;
            } else if (field.region(at, query.length()).lookingAt()) {
                tokens.add(new Token.Field(field.group(1)));
                at = field.end();
            } else {
                word();
            }
        }
        return at < query.length();
    }

    private boolean startsSomething(int offset) {
        return offset < query.length() && !isSpace(query.charAt(offset));
    }

    private void quoted() {
        int start = ++at;
        while (at < query.length() && QUOTES.indexOf(query.charAt(at)) < 0) {
            at++;
        }
        if (at == query.length()) {
            notes.add(Note.of(Note.Code.UNCLOSED_QUOTE));
        }
        String text = query.substring(start, at++).strip();
        if (!text.isEmpty()) {
            tokens.add(new Token.Quoted(text));
        }
    }

    private void word() {
        int start = at;
        while (at < query.length() && !isSpace(query.charAt(at)) && "()".indexOf(query.charAt(at)) < 0) {
            if (at > start && QUOTES.indexOf(query.charAt(at)) >= 0) {
                break;
            }
            at++;
        }
        String text = query.substring(start, at);
        if (AND.contains(text)) {
            tokens.add(new Token.And(text));
        } else if (OR.contains(text)) {
            tokens.add(new Token.Or(text));
        } else if (NOT.contains(text)) {
            tokens.add(new Token.Not(text));
        } else {
            tokens.add(new Token.Word(text));
        }
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0;
    }
}
