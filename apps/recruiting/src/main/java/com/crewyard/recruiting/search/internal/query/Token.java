package com.crewyard.recruiting.search.internal.query;

/** A piece of a query. */
sealed interface Token {

    record Open() implements Token {}

    record Close() implements Token {}

    record And(String written) implements Token {}

    record Or(String written) implements Token {}

    record Not(String written) implements Token {}

    /** {@code title:}, and what belongs to it comes next. */
    record Field(String name) implements Token {}

    record Word(String text) implements Token {}

    record Quoted(String text) implements Token {}
}
