package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.jobs.Salary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads pay: "80-95k EUR", "$120,000 – $150,000", "£35k", "€ 45.000 pro Jahr", "25 USD/hour", "12 LPA". */
final class SalaryReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String CURRENCY = "(?:US\\$|CA\\$|C\\$|A\\$|NZ\\$|[€£$¥₹]|zł|"
            + "\\b(?:EUR|USD|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|JPY|SGD|HKD|ZAR|BRL|MXN|AED|ILS|TRY|PHP|THB|MYR|SAR|QAR|KES|NGN"
            + "|euros?|dollars?|pounds?|francs?|franken|rupees?)\\b)";
    private static final String NUMBER =
            "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d{1,2}(?!\\d))?";
    private static final String SCALE = "k\\b|tsd\\.?|thousand|tausend|lpa\\b|lakhs?\\b|lacs?\\b";
    private static final Pattern PAY = Pattern.compile(
            "(?<limit>up to|max(?:imum)?\\.?|bis(?: zu)?|from|starting(?: at| from)?|at least|min(?:imum)?\\.?|ab|mindestens)?[ \\u00a0]*"
                    + "(?<before>" + CURRENCY + ")?[ \\u00a0]*(?<![\\w.,])(?<low>" + NUMBER + ")[ \\u00a0]*(?<lowScale>"
                    + SCALE
                    + ")?[ \\u00a0]*(?<middle>" + CURRENCY + ")?"
                    + "(?:[ \\u00a0]*(?:-|–|—|to|bis|and|und)[ \\u00a0]*(?<before2>" + CURRENCY
                    + ")?[ \\u00a0]*(?<high>" + NUMBER
                    + ")[ \\u00a0]*(?<highScale>" + SCALE + ")?[ \\u00a0]*(?<after>" + CURRENCY
                    + ")?)?(?<open>[ ]?\\+)?(?![\\d%])",
            FLAGS);
    private static final Pattern LABEL = Pattern.compile(
            "(?:salary|pay(?:s|ing|ment)?|compensation|comp|wages?|rate|budget|package|base|ote|gehalt\\p{L}*|vergütung|lohn|"
                    + "\\p{L}+gehalt|\\p{L}+lohn|verdienst|gross|brutto)\\b[^\\n\\d]{0,25}$",
            FLAGS);
    /** Money that is not pay. */
    private static final Pattern OTHER_MONEY_BEFORE = Pattern.compile(
            "(?:bonus(?:es)?(?: of)?|prämie(?: von)?|revenues?|funding|raised|budgets? of|fee|sign[ -]on|stipend|allowance|"
                    + "worth|deals?|umsatz)[^\\n\\d]{0,20}$",
            FLAGS);

    private static final Pattern OTHER_MONEY_AFTER = Pattern.compile(
            "^[ ]?(?:\\)|\\(k|m\\b|mn\\b|mio|million|bn\\b|billion|mrd|%|years?|yrs?|jahre?n?\\b|employees|people|users|customers|"
                    + "days|hours a|hours per|hrs|stunden|tage|weeks? |months? |bonus|sign-on|-person|in (?:revenue|funding|sales))",
            FLAGS);

    private record Period(String code, Pattern wording) {}

    private static final List<Period> PERIODS = List.of(
            new Period(
                    "hour",
                    Pattern.compile(
                            "^[ ,(]{0,3}(?:gross |brutto )?(?:/|per|an|a|pro|die|je|in der)?[ ]?(?:h\\b|p/?h\\b|hr\\b|hour(?:ly)?\\b|std\\b|stunde\\b|stündlich)",
                            FLAGS)),
            new Period(
                    "day",
                    Pattern.compile(
                            "^[ ,(]{0,3}(?:gross |brutto )?(?:/|per|a|pro|am|je)?[ ]?(?:day\\b|daily\\b|diem\\b|tag\\b|täglich)",
                            FLAGS)),
            new Period(
                    "week",
                    Pattern.compile(
                            "^[ ,(]{0,3}(?:gross |brutto )?(?:/|per|a|pro|je)?[ ]?(?:week(?:ly)?\\b|woche\\b|wöchentlich)",
                            FLAGS)),
            new Period(
                    "month",
                    Pattern.compile(
                            "^[ ,(]{0,3}(?:gross |brutto )?(?:/|per|a|pro|im|je)?[ ]?(?:month(?:ly)?\\b|mo\\b|pcm\\b|monat\\b|monatlich|mtl)",
                            FLAGS)),
            new Period(
                    "year",
                    Pattern.compile(
                            "^[ ,(]{0,3}(?:gross |brutto )?(?:/|per|a|pro|im|je)?[ ]?(?:year(?:ly)?\\b|yr\\b|annum|annual(?:ly)?\\b|p\\.? ?a\\b|jahr\\b|jährlich)",
                            FLAGS)));
    private static final List<Period> PERIOD_LABELS = List.of(
            new Period("hour", Pattern.compile("(?:hourly|per hour|stundenlohn|stundensatz)[^\\n\\d]{0,25}$", FLAGS)),
            new Period("day", Pattern.compile("(?:day rate|daily|per diem|tagessatz)[^\\n\\d]{0,25}$", FLAGS)),
            new Period(
                    "month",
                    Pattern.compile("(?:monthly|monatsgehalt|monatslohn|monatlich\\p{L}*)[^\\n\\d]{0,25}$", FLAGS)),
            new Period("year", Pattern.compile("(?:annual|yearly|jahresgehalt|per annum)[^\\n\\d]{0,25}$", FLAGS)));

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("ca$", "CAD"),
            Map.entry("c$", "CAD"),
            Map.entry("a$", "AUD"),
            Map.entry("nz$", "NZD"),
            Map.entry("€", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("rupee", "INR"),
            Map.entry("rupees", "INR"),
            Map.entry("zł", "PLN"),
            Map.entry("franc", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("franken", "CHF"));

    private static final int CONTEXT = 60;
    private static final long LEAST_YEARLY = 15_000;
    private static final long LEAST_MONTHLY = 1_000;

    private SalaryReader() {}

    /** @param country where the job is, whose currency is meant when the text names none */
    static Optional<Sourced<Salary>> read(String text, Optional<String> country) {
        Optional<Sourced<Salary>> best = Optional.empty();
        boolean bestLabelled = false;
        Matcher matcher = PAY.matcher(text);
        while (matcher.find()) {
            boolean labelled = LABEL.matcher(before(text, matcher.start("low"))).find();
            Optional<Sourced<Salary>> salary = salary(text, matcher, labelled, country);
            if (salary.isPresent() && (best.isEmpty() || (labelled && !bestLabelled))) {
                best = salary;
                bestLabelled = labelled;
            }
        }
        return best;
    }

    private static Optional<Sourced<Salary>> salary(
            String text, Matcher matcher, boolean labelled, Optional<String> country) {
        String named = firstOf(
                matcher.group("before"), matcher.group("middle"), matcher.group("before2"), matcher.group("after"));
        String before = before(text, matcher.start("low"));
        String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + CONTEXT));
        String highScale = matcher.group("highScale");
        String lowScale = matcher.group("lowScale") == null ? highScale : matcher.group("lowScale");
        boolean lakhs = lowScale != null && lowScale.toLowerCase(Locale.ROOT).startsWith("l");
        boolean isPay = named != null
                || labelled
                || lakhs
                || (lowScale != null && matcher.group("high") != null)
                || (lowScale != null && period(after, before).isPresent());
        boolean bareK = named == null && !labelled && lowScale != null && !lakhs;
        if (!(isPay || bareK)
                || OTHER_MONEY_AFTER.matcher(after).find()
                || OTHER_MONEY_BEFORE.matcher(before).find()) {
            return Optional.empty();
        }
        long low = amount(matcher.group("low"), lowScale);
        Optional<Long> high = Optional.ofNullable(matcher.group("high"))
                .map(number -> amount(
                        number,
                        highScale == null && low >= 1000 && !number.matches("\\d{4,}|.*[.,'’ ].*")
                                ? lowScale
                                : highScale));
        if (low <= 0 || (high.isPresent() && high.get() < low)) {
            return Optional.empty();
        }
        String currency = named != null
                ? code(named)
                : lakhs ? "INR" : country.flatMap(SalaryReader::currencyOf).orElse(Salary.UNSTATED.currency());
        String period = period(after, before).orElseGet(() -> usualPeriod(high.orElse(low)));
        if (named == null && low < 1000 && !period(after, before).isPresent()) {
            return Optional.empty();
        }
        Limits limits = Limits.of(matcher.group("limit"), matcher.group("open"), low, high);
        int start = matcher.group("before") == null ? matcher.start("low") : matcher.start("before");
        int end = matcher.end() + periodLength(after);
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return Optional.of(new Sourced<>(new Salary(limits.minimum(), limits.maximum(), currency, period), start, end));
    }

    private record Limits(Optional<Long> minimum, Optional<Long> maximum) {
        static Limits of(@Nullable String limit, @Nullable String open, long low, Optional<Long> high) {
            if (high.isPresent()) {
                return new Limits(Optional.of(low), high);
            }
            String word = limit == null ? "" : limit.toLowerCase(Locale.ROOT);
            if (word.startsWith("up") || word.startsWith("max") || word.startsWith("bis")) {
                return new Limits(Optional.empty(), Optional.of(low));
            }
            return !word.isEmpty() || open != null
                    ? new Limits(Optional.of(low), Optional.empty())
                    : new Limits(Optional.of(low), Optional.of(low));
        }
    }

    private static long amount(String written, @Nullable String scale) {
        String digits = written.replaceAll("['’ \\u00a0\\u202f]", "");
        // A separator before exactly three digits groups thousands; another one starts the cents.
        digits = digits.replaceAll("[.,](?=\\d{3}(?:\\D|$))", "").replace(',', '.');
        BigDecimal number = new BigDecimal(digits);
        BigDecimal factor = scale == null
                ? BigDecimal.ONE
                : BigDecimal.valueOf(scale.toLowerCase(Locale.ROOT).startsWith("l") ? 100_000 : 1_000);
        return number.multiply(factor).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static int periodLength(String after) {
        for (Period period : PERIODS) {
            Matcher matcher = period.wording().matcher(after);
            if (matcher.find()) {
                return matcher.end();
            }
        }
        return 0;
    }

    private static Optional<String> period(String after, String before) {
        return PERIODS.stream()
                .filter(period -> period.wording().matcher(after).find())
                .findFirst()
                .or(() -> PERIOD_LABELS.stream()
                        .filter(period -> period.wording().matcher(before).find())
                        .findFirst())
                .map(Period::code);
    }

    /** Pay of this size that names no period is nearly always per this one. */
    private static String usualPeriod(long amount) {
        if (amount >= LEAST_YEARLY) {
            return "year";
        }
        return amount >= LEAST_MONTHLY ? "month" : "hour";
    }

    private static String code(String named) {
        String lower = named.toLowerCase(Locale.ROOT);
        return CURRENCIES.getOrDefault(lower, named.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> currencyOf(String country) {
        return Optional.ofNullable(Currency.getInstance(Locale.of("", country))).map(Currency::getCurrencyCode);
    }

    private static @Nullable String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    private static String before(String text, int start) {
        return text.substring(Math.max(0, start - CONTEXT), start);
    }
}
