package com.crewyard.recruiting.candidates.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what people type into the one form that compares. */
public final class Identifiers {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[^\\s@<>\"(),:;.]+(\\.[^\\s@<>\"(),:;.]+)+");
    private static final Pattern LINKEDIN =
            Pattern.compile("(?i)(?:https?://)?(?:[a-z]{2,3}\\.)?linkedin\\.com/(in|pub)/([^/?#\\s]+).*");
    /** Shorter numbers are extensions and service numbers, which many people share. */
    private static final int SHORTEST_PHONE = 7;
    /** ITU-T E.164: at most 15 digits. */
    private static final int LONGEST_PHONE = 15;

    private Identifiers() {}

    public static Optional<String> email(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return EMAIL.matcher(stripped).matches() ? Optional.of(stripped) : Optional.empty();
    }

    public static Optional<String> phone(String text) {
        String international = text.strip().replaceFirst("^00", "+");
        if (international.startsWith("+")) {
            Optional<String> e164 = e164(international);
            if (e164.isPresent()) {
                return e164;
            }
        }
        String digits = text.replaceAll("\\D", "");
        return digits.length() >= SHORTEST_PHONE && digits.length() <= LONGEST_PHONE
                ? Optional.of(digits)
                : Optional.empty();
    }

    public static Optional<String> linkedin(String url) {
        Matcher matcher = LINKEDIN.matcher(url.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String slug = decoded(matcher.group(2)).toLowerCase(Locale.ROOT);
        return Optional.of(matcher.group(1).toLowerCase(Locale.ROOT) + "/" + slug);
    }

    private static Optional<String> e164(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, "ZZ");
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static String decoded(String slug) {
        try {
            return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return slug;
        }
    }
}
