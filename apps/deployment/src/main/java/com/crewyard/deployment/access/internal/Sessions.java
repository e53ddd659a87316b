package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessToken;
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
 * ends them all. Signing out ends one until the console restarts, at its latest when it would have ended anyway.
 */
@Component
class Sessions {

    static final String COOKIE = "crewyard_deploy";

    private static final Duration LASTS = Duration.ofHours(12);
    private static final Duration CODE_LASTS = Duration.ofMinutes(15);
    private static final int PARTS = 4;
    private static final int RANDOM_BYTES = 18;

    private final AccessToken token;
    private final Clock clock;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();

    Sessions(AccessToken token, Clock clock) {
        this.token = token;
        this.clock = clock;
    }

    /** A cookie that opens everything for half a day. */
    Cookie open(String name, boolean secure) {
        String claims = "%s.%d.%s"
                .formatted(
                        encoded(name.getBytes(StandardCharsets.UTF_8)),
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
        String claims = String.join(".", parts[0], parts[1], parts[2]);
        if (!signed("session", claims, parts[3]) || !isAhead(parts[1])) {
            return Optional.empty();
        }
        return Optional.of(new Session(
                new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(token.signature("form", parts[2]))));
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
