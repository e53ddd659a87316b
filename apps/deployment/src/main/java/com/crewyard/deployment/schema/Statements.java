package com.crewyard.deployment.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script, split where PostgreSQL would: at semicolons that are in no string, no brackets and no body of SQL between
 * {@code BEGIN ATOMIC} and {@code END}.
 *
 * @param trouble what keeps the rest from being read, in half a sentence that names a line
 */
record Statements(List<Statement> all, Optional<String> trouble) {

    /** What is longer carries data, and a plan is not to wait for it. */
    private static final int LONGEST_SCRIPT = 1024 * 1024;

    static Statements of(String script) {
        if (script.length() > LONGEST_SCRIPT) {
            return new Statements(List.of(), Optional.of("it is larger than 1 MiB"));
        }
        return new Splitter(new Lexer(script)).split();
    }

    private static final class Splitter {

        private final Lexer lexer;
        private final List<Statement> all = new ArrayList<>();
        private List<Token> current = new ArrayList<>();
        private int brackets;
        private int bodies;

        Splitter(Lexer lexer) {
            this.lexer = lexer;
        }

        Statements split() {
            for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
                Token token = next.get();
                if (token.is(";") && brackets == 0 && bodies == 0) {
                    boolean copies = copiesLines();
                    end();
                    if (copies) {
                        lexer.skipCopiedLines();
                    }
                } else {
                    count(token);
                    current.add(token);
                }
            }
            end();
            return new Statements(List.copyOf(all), lexer.trouble());
        }

        private void end() {
            if (!current.isEmpty()) {
                all.add(new Statement(current.getFirst().line(), List.copyOf(current)));
            }
            current = new ArrayList<>();
            brackets = 0;
            bodies = 0;
        }

        private void count(Token token) {
            if (token.is("(")) {
                brackets++;
            } else if (token.is(")")) {
                brackets = Math.max(0, brackets - 1);
            } else if (bodies > 0 && token.is("case")) {
                bodies++;
            } else if (bodies > 0 && token.is("end")) {
                bodies--;
            } else if (!current.isEmpty()
                    && token.is("atomic")
                    && current.getLast().is("begin")
                    && current.getFirst().is("create")) {
                bodies++;
            }
        }

        private boolean copiesLines() {
            for (int i = 1; i < current.size(); i++) {
                if (current.get(i).is("stdin") && current.get(i - 1).is("from")) {
                    return current.getFirst().is("copy");
                }
            }
            return false;
        }
    }
}
