package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeProfile.Link;
import com.crewyard.recruiting.parsing.ResumeProfile.LinkKind;
import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.ResumeText.Hyperlink;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads e-mail addresses and links, as text and behind text. */
final class ContactReader {

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\d._%+-])[\\p{L}\\d][\\p{L}\\d._%+'-]{0,63}@(?:[\\p{L}\\d][\\p{L}\\d-]{0,62}\\.){1,5}\\p{L}{2,24}(?![\\p{L}\\d])");
    private static final Pattern URL = Pattern.compile(
            "(?<![\\p{L}\\d@._-])(?:https?://|www\\.)[^\\s<>\"'|•,;]{3,200}|(?<![\\p{L}\\d@._/-])(?:[a-z\\d][a-z\\d-]{0,62}\\.){1,4}(?:com|org|net|io|dev|me|de|fr|es|ch|at|eu|co|ai|app|info|tech|uk|us|ca|in|nl|be|it|pl|page|site|online|xyz|blog|design|cv|work|example)(?:/[^\\s<>\"'|•,;]{0,200})?(?![\\p{L}\\d@])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PROFILE = Pattern.compile(
            "(?<![\\p{L}])(linkedin|github)(?:\\.com)?\\s*[:|–-]\\s*@?(?<handle>[\\p{L}\\d][\\p{L}\\d-]{1,60})(?![\\p{L}\\d./-])",
            Pattern.CASE_INSENSITIVE);

    private ContactReader() {}

    static List<Found<String>> emails(ResumeText text, List<DocLine> lines) {
        Map<String, Found<String>> emails = new LinkedHashMap<>();
        for (DocLine line : lines) {
            Matcher matcher = EMAIL.matcher(line.text());
            while (matcher.find()) {
                String email = matcher.group();
                Slice slice = line.slice().sub(matcher.start(), matcher.end());
                emails.putIfAbsent(email.toLowerCase(Locale.ROOT), slice.found(email, 0.98));
            }
        }
        for (Hyperlink link : text.hyperlinks()) {
            if (link.address().regionMatches(true, 0, "mailto:", 0, 7)) {
                String email =
                        link.address().substring(7).replaceFirst("\\?.*$", "").strip();
                if (EMAIL.matcher(email).matches()) {
                    Slice slice = new Slice(text, link.start(), link.end());
                    emails.putIfAbsent(email.toLowerCase(Locale.ROOT), slice.found(email, 0.9));
                }
            }
        }
        return List.copyOf(emails.values());
    }

    /**
     * @param contact lines where an address without a scheme counts
     */
    static List<Found<Link>> links(ResumeText text, List<DocLine> lines, List<DocLine> contact) {
        Map<String, Found<Link>> links = new LinkedHashMap<>();
        int headerEnd =
                contact.stream().mapToInt(line -> line.slice().end()).max().orElse(0);
        for (DocLine line : contact) {
            written(line, true, links);
            Matcher profile = PROFILE.matcher(line.text());
            while (profile.find()) {
                boolean linkedin = profile.group(1).equalsIgnoreCase("linkedin");
                String url = (linkedin ? "https://linkedin.com/in/" : "https://github.com/") + profile.group("handle");
                add(links, line.slice().sub(profile.start(), profile.end()), url, true, 0.85);
            }
        }
        for (Hyperlink link : text.hyperlinks()) {
            Slice slice = new Slice(text, link.start(), link.end());
            boolean header = contact.stream()
                    .anyMatch(line -> line.slice().start() <= link.start()
                            && link.end() <= line.slice().end());
            if (link.address().matches("(?i)https?://.{3,400}") && (header || link.start() < headerEnd)) {
                add(links, slice, link.address(), true, 0.9);
            }
        }
        Set<DocLine> read = new HashSet<>(contact);
        for (DocLine line : lines) {
            if (!read.contains(line)) {
                written(line, false, links);
            }
        }
        return List.copyOf(links.values());
    }

    private static void written(DocLine line, boolean contact, Map<String, Found<Link>> links) {
        Matcher matcher = URL.matcher(line.text());
        while (matcher.find()) {
            Slice slice = line.slice().sub(matcher.start(), matcher.end()).strip(".,;:)(]");
            String lower = slice.text().toLowerCase(Locale.ROOT);
            boolean scheme = lower.startsWith("http") || lower.startsWith("www.");
            boolean known = lower.contains("linkedin.com/") || lower.contains("github.com/");
            boolean bare = contact && slice.text().equals(lower);
            if (scheme || known || bare) {
                add(links, slice, slice.text(), contact, 0.95);
            }
        }
    }

    private static void add(
            Map<String, Found<Link>> links, Slice slice, String address, boolean contact, double confidence) {
        String url = address.matches("(?i)https?://.*") ? address : "https://" + address;
        LinkKind kind = kind(url, contact, links);
        links.putIfAbsent(key(url), slice.found(new Link(kind, url), confidence));
    }

    private static String key(String url) {
        return Words.fold(url).replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/+$", "");
    }

    private static LinkKind kind(String url, boolean contact, Map<String, Found<Link>> links) {
        String key = key(url);
        String host = key.replaceFirst("[/?#].*$", "");
        if (host.endsWith("linkedin.com")) {
            return LinkKind.LINKEDIN;
        }
        if (host.equals("github.com") || host.endsWith(".github.com")) {
            return LinkKind.GITHUB;
        }
        boolean social = host.matches(
                "(?:.*\\.)?(?:twitter|x|facebook|instagram|youtube|xing|medium|gitlab|stackoverflow|behance|dribbble|orcid|researchgate|google|kaggle|leetcode|soundcloud|mastodon|bitbucket)\\.(?:com|org|social|net)");
        boolean taken =
                links.values().stream().map(Found::value).map(Link::kind).anyMatch(LinkKind.WEBSITE::equals);
        return contact && !social && !taken ? LinkKind.WEBSITE : LinkKind.OTHER;
    }

    /** The part before the @ of the first address, folded, for checking a name against. */
    static Optional<String> localPart(List<Found<String>> emails) {
        return emails.stream()
                .findFirst()
                .map(email ->
                        Words.fold(email.value().substring(0, email.value().indexOf('@'))));
    }
}
