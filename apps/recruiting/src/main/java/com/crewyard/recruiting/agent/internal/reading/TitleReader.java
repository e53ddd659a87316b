package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.places.Places;
import com.crewyard.recruiting.taxonomy.NormalizedTitle;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the job is called: after a label, after a request to create or hire, in a first line, or any title the taxonomy knows. */
final class TitleReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String COUNT =
            "(?:\\d{1,3}x?|one|two|three|four|five|six|several|some|another|zwei|drei|mehrere)";
    private static final String ARTICLE =
            "(?:a|an|the|our|another|eine[nrms]?(?:/n|/r|\\(n\\))?|ein(?:/e|/en)?|der|die|das|den|" + COUNT + ")";
    private static final String ADJECTIVE =
            "(?:new|experienced|motivated|talented|skilled|passionate|friendly|reliable|dedicated|great|good|excellent|strong|enthusiastic|qualified|certified(?! public| nursing| nurse| medical)|"
                    + "full[ -]time|part[ -]time|fulltime|parttime|permanent|temporary|temp|seasonal|freelance|contract|remote|hybrid|on[ -]?site|fully remote|open|urgent|additional|amazing|ambitious|hands-on|bilingual|"
                    + "neue[nrs]?|erfahrene[nrs]?|engagierte[nrs]?|motivierte[nrs]?|freundliche[nrs]?|zuverlässige[nrs]?|qualifizierte[nrs]?|ab sofort|zum nächstmöglichen zeitpunkt)";
    private static final String JOB =
            "(?:job(?: post(?:ing)?| opening| req(?:uisition)?| ad)?|role|position|vacancy|opening|req(?:uisition)?|posting|post|listing|stelle(?:nanzeige)?|ausschreibung)";

    private static final Pattern LABEL = Pattern.compile(
            "(?:^|[\\n|;] *|[.] )(?:job ?title|title|position(?: title)?|role(?: title)?|stellenbezeichnung|stellentitel|jobtitel|stelle|beruf|vacancy|job|opening) ?[:=] *([^\\n|;]{2,120})",
            FLAGS);
    private static final Pattern REQUEST = Pattern.compile(
            "\\b(?:create|creating|open(?: up)?|add|post|make|draft|set up|write(?: up)?|publish|start|new|need(?:s|ed)?|looking (?:for|to hire|to add|to recruit)|hir(?:e|ing)(?: for)?|search(?:ing)? for|want(?: to hire)?|wanted:?|seek(?:s|ing)?|recruit(?:ing)?(?: for)?|find|get|bring on|fill|"
                    + "erstellen? sie|erstelle?|anlegen|lege|leg|suchen?|brauchen?|benötigen?|gesucht(?: wird)?:?|einstellen)"
                    + "(?: (?:me|us|wir|dringend|ab sofort|noch|for|up|bitte|mir|uns|to (?:hire|find|recruit|add|fill)|hire))*"
                    + "(?: " + ARTICLE + ")?(?: " + ADJECTIVE + ",?)*"
                    + "(?: " + JOB + "(?: (?:for|as|of|called|titled|named|für|als|an|offer))?:?)?"
                    + "(?: " + ARTICLE + ")?(?: " + ADJECTIVE + ",?)* +(?<title>[\\p{L}\\d.(\"“„'*+#/&-][^\\n]{1,140})",
            FLAGS);
    private static final Pattern REQUESTED_AFTER = Pattern.compile(
            "(?:^|[.!?\\n] *)(?:(?:hi|hello|hey|please|urgent(?:ly)?|dringend|bitte|hallo)[,!: ]+)*(?:" + ARTICLE
                    + " )?(?<title>[\\p{L}][^\\n,.;:]{2,60}?) (?:job|position|role|stelle)?\\s*(?:is |are |wird |werden )?(?:needed|wanted|required|gesucht)\\b",
            FLAGS);
    /** Where a title is over. */
    private static final Pattern END = Pattern.compile(
            "[,;:!?|\\n•…]|\\s[/]\\s|\\.(?=\\s|$)|[\"”“](?=[\\s,.]|$)|\\s[-–—]{1,2}\\s|\\s(?:@|\\+)\\s?|\\s\\(?(?=[€£$¥₹~]?\\d)|"
                    + "\\s(?:in(?! (?:test|training|charge))|at|based|located|near|with|who|that|which|from|must|should|needs?|requires?|required|requiring|knowing|reporting|working|paying|pays|paid|salary|starting|start|"
                    + "remote|remotely|hybrid|on[ -]?site|onsite|full[ -]time|part[ -]time|fulltime|parttime|freelance|wanted|needed|asap|urgently|immediately|position|role|job|vacancy|opening|for (?:our|the|my|a|an|about|around|up)|to (?:join|work|lead|help|support|run|build|manage|own|fill|be|take|cover|start)|on (?:a|our|the)|"
                    + "please|bitte|is|are|will|can|having|having|experience[d]?|fluent|speaking|ideally|preferably|plus|also|as soon|using|skilled|we|you|"
                    + "mit|für|bei|ab|im|am|zum|zur|der|die|das|gesucht|als|raum|vollzeit|teilzeit|nach|an|und gerne|zu|anlegen|erstellen|an$)(?=\\s|[,.;:!?)]|$)",
            FLAGS);

    private static final Pattern GENDER_MARK = Pattern.compile(
            "\\s*[(\\[](?:[mwfdxi](?:\\s*[/|,*]\\s*[mwfdxi]){1,3}|all genders|gn|m/w/divers|w/m/div\\.?)[)\\]]|(?<=\\p{L})(?:\\*in(?:nen)?|:in(?:nen)?|_in(?:nen)?|/-?in(?:nen)?)\\b|\\s[mwfd](?:/[mwfdx]){1,2}\\b",
            FLAGS);
    private static final Pattern LEFT_OVER = Pattern.compile(
            "^(?:\\d+[- ]?months? contract (?:for|as) |(?:ausbildung|umschulung|praktikum) (?:zu[mr]|als) |" + ARTICLE
                    + " |" + ADJECTIVE + ",? |" + JOB + " (?:for|as|of|für|als) )+",
            FLAGS);
    private static final Pattern HEADING = Pattern.compile(
            "^(?:job (?:description|requisition|posting|req|profile|advert)|requisition|req|vacancy|position description|stellenanzeige|stellenausschreibung|stellenbeschreibung|we(?:'re| are) hiring|now hiring|hiring|wanted|gesucht|internship|praktikum|apprenticeship|ausbildung|urgent(?:ly)?|dringend|asap)"
                    + "(?: (?:#|no\\.?|nr\\.?)? ?[\\w-]*\\d[\\w-]*)? ?[:!–—-]+ *",
            FLAGS);
    private static final Pattern NO_TITLE = Pattern.compile(
            "^(?:(?:in|at|for|to|with|on|of|from|by|für|bei|im|zu|i|i'd|looking|searching|seeking|please|can|could) .*|(?:what|who|how|where|when|why|which|show|list|tell|do|does)(?: .*)?|[\\d\\W]*\\p{L}?|job|role|position|somebody|someone|people|person|candidates?|talent|help|description|requisition|job description|about(?: us| the.*)?|overview|summary|hiring|staff|stelle|it|one|us|me|them|this|that|hello|hi|hey|company.*|stellenanzeige|stellenausschreibung|jobs?|confidential|page \\d+.*|internal.*|date.*|we .*|you .*|wir .*|urgent(?:ly)?|asap|dringend|important|wanted|internship|praktikum|contract|our .*|dear .*)$",
            FLAGS);
    private static final Pattern ASIDE = Pattern.compile("\\s*\\((?:([^)\\n]*)\\))?");
    private static final Pattern SENTENCE = Pattern.compile("\\b(?:is|are|have|has|not|ist|sind|nicht)\\b", FLAGS);
    private static final int MOST_WORDS = 9;
    private static final int MOST_WORDS_ASIDE = 3;

    private final Taxonomy taxonomy;

    TitleReader(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    Optional<Sourced<String>> read(String text) {
        return labelled(text)
                .or(() -> requested(text, true))
                .or(() -> firstLine(text, true))
                .or(() -> requested(text, false))
                .or(() -> anyKnown(text))
                .or(() -> firstLine(text, false));
    }

    private Optional<Sourced<String>> labelled(String text) {
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            Optional<Sourced<String>> title = cut(text, matcher.start(1), matcher.end(1));
            if (title.isPresent()) {
                return title;
            }
        }
        return Optional.empty();
    }

    /** @param known whether only a title that the taxonomy knows will do */
    private Optional<Sourced<String>> requested(String text, boolean known) {
        Matcher after = REQUESTED_AFTER.matcher(text);
        while (after.find()) {
            if (SENTENCE.matcher(after.group("title")).find()) {
                continue;
            }
            Optional<Sourced<String>> title = cut(text, after.start("title"), after.end("title"));
            if (title.isPresent() && (isKnown(title.get().value()) || (!known && after.start() == 0))) {
                return title;
            }
        }
        Matcher matcher = REQUEST.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            Optional<Sourced<String>> title = cut(text, matcher.start("title"), matcher.end("title"));
            if (title.isPresent() && (!known || isKnown(title.get().value()))) {
                return title;
            }
            from = matcher.start() + 1;
        }
        return Optional.empty();
    }

    private Optional<Sourced<String>> firstLine(String text, boolean known) {
        int start = 0;
        for (int lines = 0; lines < 4 && start < text.length(); lines++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            Matcher heading = HEADING.matcher(text.substring(start, end));
            int from = heading.find() ? start + heading.end() : start;
            Optional<Sourced<String>> title = cut(text, from, end);
            if (title.isPresent()
                    && (isKnown(title.get().value())
                            || (!known && looksLikeTitle(title.get().value())))) {
                return title;
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static boolean looksLikeTitle(String words) {
        return words.split(" ").length <= 6 && words.length() <= 60;
    }

    private boolean isKnown(String title) {
        NormalizedTitle normalized = taxonomy.normalise(title);
        return normalized.title().isPresent() && normalized.confidence() >= 0.5;
    }

    /** The longest run of words that is a title, from the beginning of the text. */
    private Optional<Sourced<String>> anyKnown(String text) {
        Matcher words = Pattern.compile("[\\p{L}\\d+#&/.'-]*[\\p{L}\\d+#]").matcher(text);
        List<int[]> spans = words.results()
                .limit(60)
                .map(word -> new int[] {word.start(), word.end()})
                .toList();
        for (int first = 0; first < spans.size(); first++) {
            for (int last = Math.min(spans.size(), first + 5) - 1; last >= first; last--) {
                int start = spans.get(first)[0];
                int end = spans.get(last)[1];
                String part = text.substring(start, end);
                if (!part.matches("(?s).*[\n,;:].*") && isOnlyTitle(part)) {
                    return Optional.of(new Sourced<>(Wording.titleCase(singular(part)), start, end));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOnlyTitle(String words) {
        NormalizedTitle normalized = taxonomy.normalise(words);
        return normalized.confidence() == 1 && normalized.remainder().isBlank();
    }

    private Optional<Sourced<String>> cut(String text, int from, int to) {
        int start = from;
        while (start < to && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        Matcher leftOver = LEFT_OVER.matcher(text.substring(start, to));
        if (leftOver.find()) {
            start += leftOver.end();
        }
        String rest = withoutAside(text.substring(start, to));
        Matcher end = END.matcher(rest);
        int length = rest.length();
        while (end.find()) {
            if (end.start() > 0 && !isInsideTitle(rest, end)) {
                length = end.start();
                break;
            }
        }
        String written = rest.substring(0, length).stripTrailing();
        Optional<Places.Mention> place = Places.in(written).stream()
                .filter(mention -> mention.certain() && mention.end() >= written.length() && mention.start() > 0)
                .findFirst();
        String words = place.map(mention -> written.substring(0, mention.start()))
                .orElse(written)
                .stripTrailing();
        words = words.replaceAll("(?i)\\s+(?:and|or|und|oder|for|für|&|-|–|\\(|jobs?|roles?|positions?)$", "")
                .stripTrailing();
        String title = GENDER_MARK
                .matcher(words)
                .replaceAll("")
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("[\"“”„*']+$|^[\"“”„*']+", "");
        if (title.length() < 2 || NO_TITLE.matcher(title).matches() || title.split(" ").length > MOST_WORDS) {
            return Optional.empty();
        }
        return Optional.of(new Sourced<>(Wording.titleCase(singular(title)), start, start + words.length()));
    }

    /** Ends before words in parentheses, unless they are part of the name: "Software Engineer (Backend)". */
    private static String withoutAside(String rest) {
        Matcher aside = ASIDE.matcher(rest);
        if (!aside.find()) {
            return rest;
        }
        String words = aside.group(1) == null ? "" : aside.group(1).strip();
        boolean isName = !words.isEmpty()
                && !words.contains(",")
                && words.split(" ").length <= MOST_WORDS_ASIDE
                && Places.of(words).isEmpty()
                && RemoteReader.read(words).isEmpty()
                && EmploymentReader.read(words).isEmpty();
        boolean isMark = GENDER_MARK.matcher(aside.group()).find();
        return isName || isMark ? rest : rest.substring(0, aside.start());
    }

    /** A comma in "VP, Engineering" or "Manager, Sales" belongs to the title. */
    private boolean isInsideTitle(String rest, Matcher end) {
        if (!end.group().equals(",")) {
            return false;
        }
        String before = rest.substring(0, end.start()).strip().toLowerCase(Locale.ROOT);
        boolean rankOnly = before.matches("(?:senior |associate )?(?:vp|vice president|director|manager|head|svp|evp)");
        return rankOnly
                && rest.length() > end.end() + 1
                && Character.isLetter(rest.charAt(Math.min(rest.length() - 1, end.end() + 1)));
    }

    /** "Welders" for two of them is the job of a welder. */
    private String singular(String title) {
        if (!title.endsWith("s") || title.endsWith("ss") || title.length() < 5) {
            return title;
        }
        String one = title.endsWith("ies")
                ? title.substring(0, title.length() - 3) + "y"
                : title.substring(0, title.length() - 1);
        boolean knownAlone =
                taxonomy.title(one).isPresent() || taxonomy.normalise(one).confidence() == 1;
        return knownAlone && !title.toLowerCase(Locale.ROOT).endsWith("sales") ? one : title;
    }
}
