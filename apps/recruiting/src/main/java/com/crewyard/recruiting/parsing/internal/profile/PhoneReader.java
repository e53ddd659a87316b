package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads telephone numbers into E.164 (ITU-T). The country comes from the prefix, else from where the person lives,
 * else from the form of the number, when only North America writes it so.
 */
public final class PhoneReader {

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![\\p{L}\\d/.@-])(?:\\+|00)?\\(?\\d[\\d ().\u00a0/‐–-]{5,22}\\d(?![\\p{L}\\d@/])");
    private static final Pattern OPEN = Pattern.compile("(?:\\+|\\b0)\\d[\\d ()/-]{0,16}$");
    private static final Pattern CLOSE = Pattern.compile("^[\\d ()/-]{2,16}(?=$|\\s*[|·,;])");
    private static final Pattern LABEL = Pattern.compile(
            "(?:phone|tel|telephone|telefon|mobile?|mobil|handy|cell|cellular|telefono|movil|portable|whatsapp|festnetz|fixe|t|m|p)\\.?(?: ?\\([a-z]+\\))?[ .:]{1,3}$");
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("^(?:1[ .-])?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}$");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneReader() {}

    /**
     * @param contact lines where a number needs no label
     * @param elsewhere lines where it does
     */
    static List<Found<String>> read(List<DocLine> contact, List<DocLine> elsewhere, Optional<String> country) {
        Map<String, Found<String>> phones = new LinkedHashMap<>();
        for (int i = 0; i < contact.size(); i++) {
            DocLine line = contact.get(i);
            // Narrow columns break numbers at their blanks.
            boolean broken = i + 1 < contact.size() && isBroken(line, contact.get(i + 1));
            read(broken ? line.with(contact.get(i + 1)) : line, country, false, phones);
        }
        for (DocLine line : elsewhere) {
            read(line, country, true, phones);
        }
        return List.copyOf(phones.values());
    }

    private static boolean isBroken(DocLine line, DocLine next) {
        return !next.gapBefore()
                && next.slice().start() == line.slice().end() + 1
                && OPEN.matcher(line.text()).find()
                && CLOSE.matcher(next.text()).find();
    }

    private static void read(
            DocLine line, Optional<String> country, boolean needsLabel, Map<String, Found<String>> phones) {
        String text = line.text();
        if (text.length() > 2_000) {
            return;
        }
        String folded = Words.foldInPlace(text);
        Matcher matcher = CANDIDATE.matcher(text);
        while (matcher.find()) {
            Slice slice = line.slice().sub(matcher.start(), matcher.end());
            boolean labelled = LABEL.matcher(folded.substring(Math.max(0, matcher.start() - 25), matcher.start()))
                    .find();
            boolean dated = DateRanges.find(slice).stream().anyMatch(DateRange::isRange);
            if ((labelled || !needsLabel) && !dated) {
                number(slice, country, labelled).ifPresent(found -> phones.putIfAbsent(found.value(), found));
            }
        }
    }

    private static Optional<Found<String>> number(Slice slice, Optional<String> country, boolean labelled) {
        String raw = slice.text();
        long digits = raw.chars().filter(Character::isDigit).count();
        if (digits < 7 || digits > 15) {
            return Optional.empty();
        }
        Optional<PhoneNumber> number = dialled(raw, country);
        if (number.isPresent() && (labelled || digits >= 8)) {
            boolean valid = NUMBERS.isValidNumber(number.get());
            double confidence = (valid ? 0.95 : 0.8) - (isInternational(raw) ? 0 : 0.05);
            return Optional.of(slice.found(NUMBERS.format(number.get(), PhoneNumberFormat.E164), confidence));
        }
        return labelled || NORTH_AMERICAN.matcher(raw).matches() || (raw.startsWith("0") && digits >= 9)
                ? Optional.of(slice.found(digitsOf(raw), 0.5))
                : Optional.empty();
    }

    /** A number that is known to be one: E.164 when its country is known, else its digits. */
    public static String normalised(String raw, Optional<String> country) {
        return dialled(raw, country)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164))
                .orElseGet(() -> digitsOf(raw));
    }

    private static boolean isInternational(String raw) {
        return raw.startsWith("+") || raw.startsWith("00") || raw.startsWith("(+");
    }

    private static Optional<PhoneNumber> dialled(String raw, Optional<String> country) {
        Optional<String> region = isInternational(raw) || country.isPresent()
                ? country
                : NORTH_AMERICAN.matcher(raw).matches() ? Optional.of("US") : Optional.empty();
        try {
            String dialled = raw.replace("(0)", "").replace("(+", "+").replaceFirst("^00", "+");
            PhoneNumber number = NUMBERS.parse(dialled, region.orElse("ZZ"));
            return NUMBERS.isPossibleNumber(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String digitsOf(String raw) {
        return raw.replaceAll("[^\\d+]", "");
    }
}
