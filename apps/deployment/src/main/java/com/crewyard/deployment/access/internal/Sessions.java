package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Accounts;
import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Session;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Sessions live in a cookie that is signed with the console's token: they survive a restart of the console, and a new token
 * ends them all; one opened with an API token ends with that. Signing out ends one until the console restarts, at its latest when it would have ended anyway.
 */
@Component
class Sessions {

    static final String COOKIE = "crewyard_deploy";

    private static final Duration LASTS = Duration.ofHours(12);
    private static final Duration CODE_LASTS = Duration.ofMinutes(15);
    private static final int PARTS = 6;
    private static final int RANDOM_BYTES = 18;

    private final AccessToken token;
    private final Accounts accounts;
    private final Clock clock;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();

    Sessions(AccessToken token, Accounts accounts, Clock clock) {
        this.token = token;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A cookie that lets its caller in for half a day; what they may do is looked up with each request. */
    Cookie open(Caller caller, boolean secure) {
        String claims = "%s.%d.%s.%d.%s"
                .formatted(
                        caller.kind(),
                        caller.id(),
                        encoded(caller.name().getBytes(StandardCharsets.UTF_8)),
                        clock.instant().plus(LASTS).getEpochSecond(),
                        random());
        return cookie(claims + "." + encoded(token.signature("session", claims)), (int) LASTS.toSeconds(), secure);
    }

    Cookie end(HttpServletRequest request, boolean secure) {
        value(request).ifPresent(ended::add);
        return cookie("", 0, secure);
    }

    Optional<Session> of(HttpServletRequest request) {
        return value(request).filter(text -> !ended.contains(text)).flatMap(this::verified);
    }

    /** Opens a session once, within a quarter of an hour; for the address that the command prints. */
    String code() {
        String claims = clock.instant().plus(CODE_LASTS).getEpochSecond() + "." + random();
        return claims + "." + encoded(token.signature("code", claims));
    }

    boolean redeem(String code) {
        int end = code.lastIndexOf('.');
        if (end < 0 || !signed("code", code.substring(0, end), code.substring(end + 1))) {
            return false;
        }
        return isAhead(code.substring(0, code.indexOf('.'))) && usedCodes.add(code);
    }

    private Optional<Session> verified(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        String claims = text.substring(0, text.lastIndexOf('.'));
        if (!signed("session", claims, parts[5]) || !isAhead(parts[3])) {
            return Optional.empty();
        }
        String csrf = HexFormat.of().formatHex(token.signature("form", parts[4]));
        return accounts.again(
                        Caller.Kind.valueOf(parts[0]),
                        Long.parseLong(parts[1]),
                        new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8))
                .map(caller -> new Session(caller, csrf));
    }

    private boolean signed(String purpose, String claims, String signature) {
        return MessageDigest.isEqual(
                encoded(token.signature(purpose, claims)).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAhead(String epochSecond) {
        return Instant.ofEpochSecond(Long.parseLong(epochSecond)).isAfter(clock.instant());
    }

    private static Optional<String> value(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Cookie cookie(String value, int seconds, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    private static String random() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return encoded(random);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
