package com.crewyard.recruiting.search.internal.query;

import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.internal.query.Condition.All;
import com.crewyard.recruiting.search.internal.query.Condition.Any;
import com.crewyard.recruiting.search.internal.query.Condition.Everything;
import com.crewyard.recruiting.search.internal.query.Condition.Not;
import com.crewyard.recruiting.search.internal.query.Condition.Phrase;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads queries: {@code or := and (OR and)*}, {@code and := not (AND? not)*}, {@code not := NOT? part}, where a part is
 * a word, a phrase, a field with its value, or an {@code or} in parentheses. What does not fit is left out with a note.
 */
public final class QueryReader {

    private static final int DEEPEST = 20;

    private final Supplier<Language> languages;

    private QueryReader(Supplier<Language> languages) {
        this.languages = languages;
    }

    /** With the skills of whoever is in scope when a query is read. */
    public static QueryReader of(Taxonomies taxonomies, Clock clock) {
        // By identity: a taxonomy is made anew when its organization's skills change.
        Cache<Taxonomy, Language> known = Caffeine.newBuilder().weakKeys().build();
        return new QueryReader(() -> known.get(taxonomies.current(), taxonomy -> Language.of(taxonomy, clock)));
    }

    /** The names of fields, skills and titles that a query can use. */
    private record Language(Fields fields, Vocabulary vocabulary) {

        static Language of(Taxonomy taxonomy, Clock clock) {
            Vocabulary vocabulary = new Vocabulary(taxonomy);
            return new Language(new Fields(taxonomy, vocabulary, clock), vocabulary);
        }
    }

    /**
     * @param relaxed the condition with some of its words instead of all; empty when that is no other condition
     */
    public record Read(Condition condition, Optional<Condition> relaxed, List<Note> notes) {
        public Read {
            notes = List.copyOf(notes);
        }
    }

    /** @param typing whether the last word may still be growing */
    public Read read(String query, boolean typing) {
        Language language = languages.get();
        List<Note> notes = new ArrayList<>();
        List<Token> tokens = Tokens.of(query, notes);
        boolean growing = typing && !query.isEmpty() && !Character.isWhitespace(query.charAt(query.length() - 1));
        Condition condition = new Parse(language, tokens, notes, growing, false).all();
        Condition relaxed = new Parse(language, tokens, new ArrayList<>(), growing, true).all();
        return new Read(
                condition, relaxed.equals(condition) ? Optional.empty() : Optional.of(relaxed), List.copyOf(notes));
    }

    private static final class Parse {
        private final Fields fields;
        private final Vocabulary vocabulary;
        private final List<Token> tokens;
        private final List<Note> notes;
        private final boolean growing;
        private final boolean relaxed;
        private int at;

        Parse(Language language, List<Token> tokens, List<Note> notes, boolean growing, boolean relaxed) {
            this.fields = language.fields();
            this.vocabulary = language.vocabulary();
            this.tokens = tokens;
            this.notes = notes;
            this.growing = growing;
            this.relaxed = relaxed;
        }

        Condition all() {
            List<Condition> parts = new ArrayList<>();
            while (at < tokens.size()) {
                either(0).ifPresent(parts::add);
                if (at < tokens.size()) {
                    // Only a closing parenthesis ends an "or" early.
                    notes.add(Note.of(Note.Code.UNBALANCED));
                    at++;
                }
            }
            return join(parts);
        }

        private Optional<Condition> either(int depth) {
            List<Condition> choices = new ArrayList<>();
            both(depth).ifPresent(choices::add);
            while (peek() instanceof Token.Or(String written)) {
                at++;
                Optional<Condition> next = both(depth);
                if (choices.isEmpty() || next.isEmpty()) {
                    notes.add(Note.of(Note.Code.DANGLING, written));
                }
                next.ifPresent(choices::add);
            }
            return choices.size() < 2 ? choices.stream().findFirst() : Optional.of(new Any(choices));
        }

        private Optional<Condition> both(int depth) {
            List<Condition> parts = new ArrayList<>();
            List<String> words = new ArrayList<>();
            boolean last = false;
            while (at < tokens.size() && !(peek() instanceof Token.Or) && !(peek() instanceof Token.Close)) {
                if (peek() instanceof Token.And(String written)) {
                    at++;
                    boolean joins = !(parts.isEmpty() && words.isEmpty())
                            && at < tokens.size()
                            && !(peek() instanceof Token.Or)
                            && !(peek() instanceof Token.Close);
                    if (!joins) {
                        notes.add(Note.of(Note.Code.DANGLING, written));
                    }
                } else if (peek() instanceof Token.Word(String text)) {
                    words.add(text);
                    last = ++at == tokens.size();
                } else {
                    flush(words, parts, false);
                    negated(depth).ifPresent(parts::add);
                }
            }
            flush(words, parts, last && growing);
            return parts.isEmpty() ? Optional.empty() : Optional.of(join(parts));
        }

        private void flush(List<String> words, List<Condition> parts, boolean unfinished) {
            if (!words.isEmpty()) {
                List<Condition> meant = vocabulary.words(List.copyOf(words), unfinished);
                if (relaxed && meant.size() > 1) {
                    parts.add(new Any(meant));
                } else {
                    parts.addAll(meant);
                }
                words.clear();
            }
        }

        private Optional<Condition> negated(int depth) {
            if (!(peek() instanceof Token.Not(String written))) {
                return part(depth);
            }
            at++;
            Optional<Condition> negated = peek() instanceof Token.Word(String text)
                    ? single(text)
                    : peek() instanceof Token.Not ? negated(depth) : part(depth);
            if (negated.isEmpty()) {
                notes.add(Note.of(Note.Code.DANGLING, written));
            }
            return negated.map(Not::new);
        }

        private Optional<Condition> single(String text) {
            at++;
            return Optional.of(join(vocabulary.words(List.of(text), growing && at == tokens.size())));
        }

        private Optional<Condition> part(int depth) {
            Token token = peek();
            if (token == null
                    || token instanceof Token.Close
                    || token instanceof Token.Or
                    || token instanceof Token.And) {
                return Optional.empty();
            }
            at++;
            return switch (token) {
                case Token.Open _ -> group(depth);
                case Token.Field(String name) -> field(name, depth);
                case Token.Quoted(String text) -> Optional.of(new Phrase(Optional.empty(), text));
                case Token.Word(String text) -> Optional.of(join(vocabulary.words(List.of(text), false)));
                case Token.Not _, Token.And _, Token.Or _, Token.Close _ -> Optional.empty();
            };
        }

        private Optional<Condition> group(int depth) {
            if (depth >= DEEPEST) {
                notes.add(Note.of(Note.Code.UNBALANCED));
                return Optional.empty();
            }
            Optional<Condition> inside = either(depth + 1);
            if (peek() instanceof Token.Close) {
                at++;
            } else {
                notes.add(Note.of(Note.Code.UNBALANCED));
            }
            return inside;
        }

        private Optional<Condition> field(String name, int depth) {
            Optional<Fields.Field> field = fields.named(name);
            if (field.isEmpty()) {
                notes.add(Note.of(Note.Code.UNKNOWN_FIELD, name));
                return Optional.of(join(vocabulary.words(List.of(name), false)));
            }
            return switch (peek()) {
                case Token.Word(String text) -> {
                    at++;
                    yield fields.condition(field.get(), text, false, notes);
                }
                case Token.Quoted(String text) -> {
                    at++;
                    yield fields.condition(field.get(), text, true, notes);
                }
                case Token.Open _ -> {
                    at++;
                    yield values(field.get(), depth);
                }
                case null, default -> {
                    notes.add(Note.of(Note.Code.DANGLING, name + ":"));
                    yield Optional.empty();
                }
            };
        }

        /** {@code skill:(java OR kotlin)}, where words without an operator are all wanted. */
        private Optional<Condition> values(Fields.Field field, int depth) {
            if (depth >= DEEPEST) {
                notes.add(Note.of(Note.Code.UNBALANCED));
                return Optional.empty();
            }
            List<Condition> choices = new ArrayList<>();
            List<Condition> parts = new ArrayList<>();
            boolean not = false;
            while (at < tokens.size() && !(peek() instanceof Token.Close)) {
                Token token = peek();
                at++;
                Optional<Condition> value = switch (token) {
                    case Token.Word(String text) -> fields.condition(field, text, false, notes);
                    case Token.Quoted(String text) -> fields.condition(field, text, true, notes);
                    case Token.Open _ -> values(field, depth + 1);
                    case null, default -> Optional.empty();
                };
                if (token instanceof Token.Or && !parts.isEmpty()) {
                    choices.add(join(parts));
                    parts.clear();
                }
                boolean negated = not;
                value.ifPresent(condition -> parts.add(negated ? new Not(condition) : condition));
                not = token instanceof Token.Not;
            }
            if (at < tokens.size()) {
                at++;
            } else {
                notes.add(Note.of(Note.Code.UNBALANCED));
            }
            if (!parts.isEmpty()) {
                choices.add(join(parts));
            }
            return choices.size() < 2 ? choices.stream().findFirst() : Optional.of(new Any(choices));
        }

        private @org.jspecify.annotations.Nullable Token peek() {
            return at < tokens.size() ? tokens.get(at) : null;
        }
    }

    private static Condition join(List<Condition> parts) {
        return switch (parts.size()) {
            case 0 -> new Everything();
            case 1 -> parts.getFirst();
            default -> new All(parts);
        };
    }
}
