package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.jobs.RemoteOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the work is done: remote, hybrid or on site. */
final class RemoteReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String DAYS = "(?:\\d|one|two|three|four|ein|zwei|drei|vier)(?: ?(?:-|–|to|bis) ?\\d)?[ +]*";

    private record Wording(RemoteOption option, Pattern pattern) {}

    /** In the order in which they are believed. */
    private static final List<Wording> WORDINGS = List.of(
            new Wording(
                    RemoteOption.HYBRID,
                    Pattern.compile(
                            "\\bhybrid(?:es)?\\b(?! (?:cars?|vehicles?|cloud|engines?|events?|drives?|apps?))|\\bpart(?:ly|ially)[ -]remote\\b|\\bteilweise (?:remote|im home-?office)|"
                                    + DAYS
                                    + "(?:days?|x|tage)(?: (?:a|per|each|pro|in der|die))?(?: (?:week|woche))? (?:remote|in(?: the| our)? office|on[ -]?site|from home|wfh|home-?office|im büro|im home-?office|vor ort)",
                            FLAGS)),
            new Wording(
                    RemoteOption.ONSITE,
                    Pattern.compile(
                            "\\b(?:no|not|non|nicht|kein)[ -](?:fully |full )?(?:remote|home-?office|wfh|work(?:ing)? from home)\\b|\\bon[ -]?site only\\b|\\b(?:in[ -]office|on[ -]?site)\\b(?! (?:daycare|gym|parking|canteen|training|visits?|support|lunch))|\\bin[ -]person (?:role|position|only|job)\\b|\\bvor ort\\b|\\bpräsenz(?:pflicht|arbeit)\\b",
                            FLAGS)),
            new Wording(
                    RemoteOption.REMOTE,
                    Pattern.compile(
                            "\\b(?:fully |full |100 ?% ?|completely )?remote(?:ly)?\\b(?! (?:sensing|control|teams?\\b|monitoring|support\\b|access|diagnos|locations?|sites?|communit|patients?|hands|desktop|management))|\\bwork(?:ing)? from (?:home|anywhere)\\b|\\bwfh\\b|\\btelecommut\\p{L}+|\\btelework\\p{L}*|\\bhome-? ?office\\b|\\bmobiles arbeiten\\b|\\bortsunabhängig\\b",
                            FLAGS)));

    private RemoteReader() {}

    static Optional<Sourced<RemoteOption>> read(String text) {
        for (Wording wording : WORDINGS) {
            Matcher matcher = wording.pattern().matcher(text);
            if (matcher.find()) {
                return Optional.of(new Sourced<>(wording.option(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }
}
