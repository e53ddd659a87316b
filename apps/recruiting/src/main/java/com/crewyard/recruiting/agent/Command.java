package com.crewyard.recruiting.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message asks for. */
sealed interface Command {

    record CreateJob() implements Command {}

    record ListJobs(boolean onlyOpen) implements Command {}

    record ListCandidates() implements Command {}

    record Summarize(long candidate) implements Command {}

    record MatchCandidates(long job) implements Command {}

    record MatchJobs(long candidate) implements Command {}

    record ShowApplications(long job) implements Command {}

    record Help() implements Command {}

    /** Stands in the log: {@code match_candidates}. */
    default String intent() {
        return switch (this) {
            case CreateJob _ -> "create_job";
            case ListJobs _ -> "list_jobs";
            case ListCandidates _ -> "list_candidates";
            case Summarize _ -> "summarize_candidate";
            case MatchCandidates _ -> "match_candidates";
            case MatchJobs _ -> "match_jobs";
            case ShowApplications _ -> "show_applications";
            case Help _ -> "help";
        };
    }

    static Command of(String message) {
        String words = message.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Wording.CREATE.matcher(words).find()
                ? new CreateJob()
                : Wording.ALL.stream()
                        .flatMap(wording -> wording.read(words).stream())
                        .findFirst()
                        .orElseGet(Help::new);
    }

    /**
     * A way to ask.
     *
     * @param pattern a first group, where there is one, is an identifier
     */
    record Wording(Pattern pattern, LongFunction<Command> command) {

        private static final String ID = "(?: *(?:number|no\\.?|id|#))*[ #:]*(\\d{1,15})";
        private static final Pattern CREATE = Pattern.compile(
                "^(?:please |can you |could you |i want to |i'd like to )*(?:create|open|add|post|draft|write|set up|make)\\b.*\\b(?:job|role|position|vacancy|opening|posting)\\b"
                        + "|^(?:please |can you )*(?:create|draft|post) (?:an? |the )");
        private static final List<Wording> ALL = List.of(
                numbered(
                        "(?:match|find|rank|recommend|suggest|best|who fits|which).*(?:jobs?|roles?|positions?) (?:for|fit|that fit|to) candidate"
                                + ID,
                        MatchJobs::new),
                numbered("(?:match|fits?|jobs) .*candidate" + ID, MatchJobs::new),
                numbered(
                        "(?:match|find|rank|recommend|suggest|best|who|which|top).*\\b(?:job|role|position)" + ID,
                        MatchCandidates::new),
                numbered(
                        "(?:application|applicant|pipeline|who applied).*\\b(?:job|role|position)" + ID,
                        ShowApplications::new),
                numbered(
                        "\\b(?:job|role|position)" + ID + ".*(?:application|applicant|pipeline)",
                        ShowApplications::new),
                numbered(
                        "(?:summar|tell me about|who is|describe|profile of|show|overview).*candidate" + ID,
                        Summarize::new),
                plain(
                        "(?:list|show|which|what|all|give).*\\bopen (?:jobs?|roles?|positions?)|^open jobs",
                        () -> new ListJobs(true)),
                plain(
                        "(?:list|show|which|what|all|give).*\\b(?:jobs|roles|positions)\\b|^jobs$",
                        () -> new ListJobs(false)),
                plain("(?:list|show|who|all|give).*\\bcandidates\\b|^candidates$", ListCandidates::new));

        private static Wording numbered(String regex, LongFunction<Command> command) {
            return new Wording(Pattern.compile(regex), command);
        }

        private static Wording plain(String regex, Supplier<Command> command) {
            return new Wording(Pattern.compile(regex), _ -> command.get());
        }

        Optional<Command> read(String words) {
            Matcher matcher = pattern.matcher(words);
            if (!matcher.find()) {
                return Optional.empty();
            }
            return Optional.of(command.apply(matcher.groupCount() == 0 ? 0 : Long.parseLong(matcher.group(1))));
        }
    }
}
