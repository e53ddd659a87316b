package com.crewyard.deployment.schema;

/**
 * A piece of SQL.
 *
 * @param text of a {@link Kind#WORD} in lower case, as PostgreSQL folds it; of a {@link Kind#NAME} without its quotes; of a
 *     {@link Kind#STRING} with them
 * @param line where it begins, from 1
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        /** A key word or a name without quotes. */
        WORD,
        /** A name in double quotes. */
        NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
