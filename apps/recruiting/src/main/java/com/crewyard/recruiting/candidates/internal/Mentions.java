package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.User;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whom a text speaks to. */
public final class Mentions {

    private Mentions() {}

    /** The active colleagues whose full name or mailbox stands behind an @, each once. */
    public static List<UserId> in(String text, List<User> colleagues) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        return colleagues.stream()
                .filter(User::active)
                .filter(colleague -> isMentioned(text, colleague))
                .map(User::id)
                .toList();
    }

    /** Matches an @ with the name of one of the colleagues; their names stand in the first group. */
    public static Pattern pattern(List<User> colleagues) {
        String names = colleagues.stream()
                .flatMap(Mentions::names)
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?iu)(?<![\\p{L}\\p{N}])@(" + (names.isEmpty() ? "(?!)" : names) + ")(?![\\p{L}\\p{N}])");
    }

    private static boolean isMentioned(String text, User colleague) {
        return pattern(List.of(colleague)).matcher(text).find();
    }

    private static Stream<String> names(User colleague) {
        return Stream.of(
                colleague.fullName(),
                colleague.email().substring(0, colleague.email().indexOf('@')));
    }
}
