package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A profile in the few fields of a candidate's record. */
final class ProfileSummary {

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int MOST_YEARS = 99;

    private ProfileSummary() {}

    /** Mentions every field that a profile can fill, those without a value as empty. */
    static CandidateChanges of(CandidateProfile profile, Clock clock) {
        Optional<Position> position = latest(profile);
        return CandidateChanges.NONE
                .with(CandidateField.HEADLINE, fit(profile.text(ProfileField.HEADLINE), CandidateField.HEADLINE))
                .with(CandidateField.LOCATION, fit(profile.text(ProfileField.LOCATION), CandidateField.LOCATION))
                .with(
                        CandidateField.CURRENT_TITLE,
                        fit(position.flatMap(Position::title), CandidateField.CURRENT_TITLE))
                .with(
                        CandidateField.CURRENT_COMPANY,
                        fit(position.flatMap(Position::employer), CandidateField.CURRENT_COMPANY))
                .with(CandidateField.EXPERIENCE_YEARS, years(profile, clock))
                .with(CandidateField.EMAIL, first(profile, ProfileField.EMAILS, CandidateField.EMAIL))
                .with(CandidateField.PHONE, first(profile, ProfileField.PHONES, CandidateField.PHONE))
                .with(CandidateField.LINKEDIN_URL, link(profile, CandidateField.LINKEDIN_URL))
                .with(CandidateField.GITHUB_URL, link(profile, CandidateField.GITHUB_URL))
                .with(CandidateField.WEBSITE_URL, link(profile, CandidateField.WEBSITE_URL));
    }

    /** The position that still lasts, else the one that ended last. */
    private static Optional<Position> latest(CandidateProfile profile) {
        return profile.work().stream()
                .filter(Position::current)
                .findFirst()
                .or(() -> profile.work().stream()
                        .filter(position -> position.end().isPresent())
                        .max(Comparator.comparing(
                                position -> position.end().orElseThrow().latest())))
                .or(() -> profile.work().stream().findFirst());
    }

    private static Optional<String> years(CandidateProfile profile, Clock clock) {
        boolean isRead = profile.correction(ProfileField.EXPERIENCE_YEARS).isPresent()
                || profile.correction(ProfileField.WORK).isEmpty();
        return isRead
                ? profile.text(ProfileField.EXPERIENCE_YEARS).filter(text -> Integer.parseInt(text) <= MOST_YEARS)
                : Experience.months(profile.work(), YearMonth.now(clock))
                        .map(months -> String.valueOf(Math.min(MOST_YEARS, months / MONTHS_OF_A_YEAR)));
    }

    private static Optional<String> first(CandidateProfile profile, ProfileField from, CandidateField to) {
        return profile.texts(from).stream()
                .filter(text -> CandidateRules.holds(to, text))
                .findFirst();
    }

    private static Optional<String> link(CandidateProfile profile, CandidateField kind) {
        return profile.texts(ProfileField.LINKS).stream()
                .filter(url -> kindOf(url) == kind && CandidateRules.holds(kind, url))
                .findFirst();
    }

    private static CandidateField kindOf(String url) {
        String host = host(url);
        if (host.equals("linkedin.com") || host.endsWith(".linkedin.com")) {
            return CandidateField.LINKEDIN_URL;
        }
        return host.equals("github.com") || host.endsWith(".github.com")
                ? CandidateField.GITHUB_URL
                : CandidateField.WEBSITE_URL;
    }

    private static String host(String url) {
        try {
            String host =
                    URI.create(url.contains("://") ? url : "https://" + url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static Optional<String> fit(Optional<String> text, CandidateField field) {
        return text.map(value -> value.length() <= field.longest() ? value : value.substring(0, field.longest()));
    }
}
