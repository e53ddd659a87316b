package com.crewyard.recruiting.agent.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in clauses, with how much the writer wants what each of them names. */
final class Clauses {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern CLAUSE =
            Pattern.compile("(?:(?! [/|–—-] )[^,;\\n•!?.]|\\.(?=\\S))+(?: [/|–—-] |[,;\\n•!?.])?");
    private static final String NICE =
            "nice(?=\\s*:)|nice[ -]to[ -]haves?|good[ -]to[ -]haves?|(?:big |huge |definite |real )?(?:plus|bonus)(?: points?)?(?=\\s*(?::|for |if ))|preferred|preferably|desirable|desired|ideally|optional(?:ly)?|an asset|advantage(?:ous)?|beneficial|"
                    + "would be (?:great|nice|a plus|good|cool|helpful)|welcome|not (?:strictly )?(?:required|necessary|essential)|"
                    + "von vorteil|vorteilhaft|wünschenswert|idealerweise|gerne(?: auch)?|ein plus|pluspunkte?|optional|nicht zwingend|kein muss|wäre (?:schön|toll|super|gut)";
    private static final Pattern NICE_ANYWHERE = Pattern.compile(
            "\\b(?:nice[ -]to[ -]haves?|good[ -]to[ -]haves?|(?:a|an|is|are|big|huge|as|ein) (?:big |huge |definite |real |added )?(?:plus|bonus)|bonus(?: points?)?(?: for| if)|plus (?:if|would|are|is)|preferred|preferably|desirable|desired|ideally|optional(?:ly)?|an asset|(?:an )?advantage(?:ous)?|beneficial|would be (?:great|nice|a plus|good|cool|helpful)|welcome|not (?:strictly )?(?:required|necessary|essential)|von vorteil|vorteilhaft|wünschenswert|idealerweise|gerne(?: auch)?|ein plus|pluspunkte?|nicht zwingend|kein muss|wäre (?:schön|toll|super|gut))\\b|^\\s*(?:bonus|plus|nice)\\s*:|(?<=\\S )(?:plus|bonus)\\s*[,;.!)]?\\s*$",
            FLAGS);
    /** A wish at the end of a clause in the plural reaches back over the list before it. */
    private static final Pattern NICE_TRAILING_PLURAL = Pattern.compile(
            "\\b(?:are|would be|sind|wären) (?:all |also |auch )?(?:a |an |ein )?(?:(?:big |huge )?(?:plus|bonus)|"
                    + NICE + ")\\s*[.!;\\n]?\\s*$",
            FLAGS);

    private static final Pattern NICE_LEADING = Pattern.compile("^[\\s(*-]*(?:and |und )?(?:" + NICE + ")\\b", FLAGS);
    private static final Pattern REQUIRED_ANYWHERE = Pattern.compile(
            "\\b(?:must(?:[ -]haves?| know| be| bring)?|requires?|required|requirements?|needs? to (?:know|have|be)|has to|have to|essential|mandatory|necessary|need(?:s|ed)?|should (?:know|have)|knowing|"
                    + "muss|müssen|erforderlich|voraussetzung(?:en)?|zwingend|vorausgesetzt|setzen wir voraus|notwendig|sichere[rn]?|skills? ?:|with (?:experience|knowledge|strong|solid|good)|experienced? (?:in|with)|proficien\\p{L}+|expertise in|fluent in|knowledge of|kenntnisse)\\b",
            FLAGS);

    private record Heading(Wish wish, Pattern pattern) {}

    private static final List<Heading> HEADINGS = List.of(
            new Heading(
                    Wish.NICE_TO_HAVE,
                    Pattern.compile(
                            "^[\\s*#•-]*(?:nice[ -]to[ -]haves?|good[ -]to[ -]haves?|bonus(?: points| skills)?|preferred(?: .{0,30})?|desirable(?: .{0,30})?|desired(?: .{0,30})?|pluses|plus|optional|what would be (?:great|nice).{0,20}|it'?s a plus.{0,20}|extra credit|von vorteil|wünschenswert|das wäre schön|idealerweise|pluspunkte)\\s*:?\\**\\s*$",
                            FLAGS)),
            new Heading(
                    Wish.REQUIRED,
                    Pattern.compile(
                            "^[\\s*#•-]*(?:(?:minimum |basic |key |job |essential |required )?(?:requirements?|qualifications?|skills?(?: .{0,25})?)|must[ -]haves?|essential(?: .{0,25})?|what (?:you(?:'ll|’ll| will)? (?:need|bring|have)|we(?:'re|’re| are)? (?:look(?:ing)? for|expect|need)).{0,25}|who you are|about you|your (?:profile|skills|background|experience)|you (?:have|bring|are)|skills? (?:&|and) experience|experience(?: .{0,25})?|tech stack|"
                                    + "(?:ihr|dein|euer|das|unser)?\\s*(?:profil|anforderungen|qualifikation(?:en)?|voraussetzungen|anforderungsprofil)|(?:das|was) (?:du|sie) (?:mitbringst|mitbringen|bringst du mit|bringen sie mit).{0,10}|was (?:du|sie) .{0,30}|das (?:bringst du|bringen sie) mit|wir erwarten|kenntnisse)\\s*:?\\**\\s*$",
                            FLAGS)),
            new Heading(
                    Wish.NOT_ASKED,
                    Pattern.compile(
                            "^[\\s*#•-]*(?:about (?:us|the (?:company|team))|who we are|(?:our |your )?benefits(?: .{0,25})?|perks(?: .{0,25})?|what we offer|we offer|why (?:join )?us.{0,20}|our company|the company|company|how to apply|equal opportunity.{0,30}|compensation.{0,30}|"
                                    + "über uns|wir bieten|das bieten wir.{0,20}|unser angebot|ihre vorteile|deine vorteile|benefits|wer wir sind|kontakt|bewerbung)\\s*:?\\**\\s*$",
                            FLAGS)),
            new Heading(
                    Wish.UNSAID,
                    Pattern.compile(
                            "^[\\s*#•-]*(?:(?:key |main |your |the |job )?(?:responsibilities|duties|tasks|role|job description|description|summary|overview|job)|what you(?:'ll|’ll| will)? (?:do|be doing).{0,20}|about the (?:role|job|position)|the opportunity|"
                                    + "(?:ihre|deine|die|unsere)?\\s*(?:aufgaben|tätigkeiten|aufgabengebiet|verantwortung).{0,20}|das erwartet (?:dich|sie)|stellenbeschreibung)\\s*:?\\**\\s*$",
                            FLAGS)));

    private Clauses() {}

    /** How much something is wanted. */
    enum Wish {
        REQUIRED,
        NICE_TO_HAVE,
        /** Named without a word about how much. */
        UNSAID,
        /** Said of the company or what it gives. */
        NOT_ASKED
    }

    /** @param sectioned whether it stands under a heading that says the wish */
    record Clause(int start, int end, Wish wish, boolean sectioned) {}

    static List<Clause> of(String text) {
        List<Clause> clauses = new ArrayList<>();
        Wish section = Wish.UNSAID;
        boolean sectioned = false;
        int lineStart = 0;
        while (lineStart < text.length()) {
            int lineEnd = text.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd + 1;
            String line = text.substring(lineStart, lineEnd);
            Heading heading = heading(line);
            if (heading != null) {
                section = heading.wish();
                sectioned = section != Wish.UNSAID;
                clauses.add(new Clause(lineStart, lineEnd, Wish.NOT_ASKED, false));
            } else {
                addLine(clauses, line, lineStart, section, sectioned);
            }
            lineStart = lineEnd;
        }
        return clauses;
    }

    static Clause at(List<Clause> clauses, int offset) {
        for (Clause clause : clauses) {
            if (clause.start() <= offset && offset < clause.end()) {
                return clause;
            }
        }
        return new Clause(offset, offset + 1, Wish.UNSAID, false);
    }

    private static @org.jspecify.annotations.Nullable Heading heading(String line) {
        return HEADINGS.stream()
                .filter(heading ->
                        heading.pattern().matcher(line.stripTrailing()).matches())
                .findFirst()
                .orElse(null);
    }

    private static void addLine(List<Clause> clauses, String line, int offset, Wish section, boolean sectioned) {
        List<Clause> own = new ArrayList<>();
        List<Boolean> cued = new ArrayList<>();
        Wish running = section;
        Matcher matcher = CLAUSE.matcher(line);
        boolean sentenceStart = true;
        while (matcher.find()) {
            String words = matcher.group();
            Wish wish = sentenceStart ? section : running;
            boolean cue = false;
            if (NICE_ANYWHERE.matcher(words).find()
                    || NICE_LEADING.matcher(words).find()) {
                wish = Wish.NICE_TO_HAVE;
                cue = true;
                boolean leads = NICE_LEADING.matcher(words).find()
                        || Pattern.compile("(?:for|if)\\s", FLAGS)
                                .matcher(words)
                                .find()
                        || words.contains(":");
                running = leads ? Wish.NICE_TO_HAVE : section;
                if (!leads && NICE_TRAILING_PLURAL.matcher(words).find()) {
                    reachBack(own, cued);
                }
            } else if (section != Wish.NOT_ASKED
                    && REQUIRED_ANYWHERE.matcher(words).find()) {
                wish = section == Wish.NICE_TO_HAVE ? Wish.NICE_TO_HAVE : Wish.REQUIRED;
                cue = true;
                running = wish;
            } else if (sentenceStart) {
                running = section;
            }
            own.add(new Clause(offset + matcher.start(), offset + matcher.end(), wish, sectioned && wish == section));
            cued.add(cue);
            char last = words.charAt(words.length() - 1);
            sentenceStart = last == '.' || last == '!' || last == '?' || last == ';' || last == '\n';
            if (sentenceStart) {
                cued.set(cued.size() - 1, true);
            }
        }
        clauses.addAll(own);
    }

    private static void reachBack(List<Clause> own, List<Boolean> cued) {
        for (int i = own.size() - 1; i >= 0 && !cued.get(i); i--) {
            Clause clause = own.get(i);
            own.set(i, new Clause(clause.start(), clause.end(), Wish.NICE_TO_HAVE, false));
        }
    }
}
