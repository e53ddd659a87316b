package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider: found by discovery (OpenID Connect Discovery 1.0), asked for codes, and its ID tokens verified. */
@Component
class Provider {

    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;

    private final OidcSettings settings;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
    private volatile @Nullable Known known;

    Provider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(String authorization, String token, NimbusJwtDecoder decoder, Instant until) {}

    /** What a provider says of somebody who signed in there. */
    record Identity(String issuer, String subject, String name, List<String> teams) {}

    boolean isThere() {
        return settings.isOn();
    }

    /** Where a browser goes to sign in (RFC 6749 section 4.1.1, RFC 7636). */
    URI authorization(Handshake handshake, URI redirect) throws ProviderException {
        String query = form(Map.of(
                "response_type", "code",
                "client_id", settings.client(),
                "redirect_uri", redirect.toString(),
                "scope", "openid profile email",
                "state", handshake.state(),
                "nonce", handshake.nonce(),
                "code_challenge", handshake.challenge(),
                "code_challenge_method", "S256"));
        String address = known().authorization();
        return URI.create(address + (address.contains("?") ? "&" : "?") + query);
    }

    /** Takes the code to the provider and verifies the ID token that it gives for it. */
    Identity identity(String code, Handshake handshake, URI redirect) throws ProviderException {
        Known provider = known();
        JsonNode answer = send(request(provider.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + credentials())
                .POST(BodyPublishers.ofString(form(Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", redirect.toString(),
                        "client_id", settings.client(),
                        "code_verifier", handshake.verifier())))));
        try {
            Jwt token = provider.decoder().decode(answer.path("id_token").asString(""));
            if (!handshake.nonce().equals(token.getClaimAsString("nonce"))) {
                throw new ProviderException("The ID token is for another sign-in.");
            }
            return new Identity(settings.issuer().orElseThrow(), subject(token), name(token), teams(token));
        } catch (JwtException e) {
            throw new ProviderException("The ID token is not valid (%s).".formatted(e.getMessage()), e);
        }
    }

    private Known known() throws ProviderException {
        Known last = known;
        if (last != null && last.until().isAfter(clock.instant())) {
            return last;
        }
        String issuer = settings.issuer().orElseThrow(() -> new ProviderException("No identity provider is set."));
        JsonNode document = send(request(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"));
        if (!issuer.equals(document.path("issuer").asString(""))) {
            throw new ProviderException("%s calls itself %s; set CREWYARD_OIDC_ISSUER to that."
                    .formatted(issuer, document.path("issuer").asString("")));
        }
        Known fresh = new Known(
                document.path("authorization_endpoint").asString(""),
                document.path("token_endpoint").asString(""),
                decoder(issuer, document.path("jwks_uri").asString("")),
                clock.instant().plus(KNOWN_FOR));
        known = fresh;
        return fresh;
    }

    /** Signatures with a key of the provider's only: no symmetric algorithm, and never none. */
    private NimbusJwtDecoder decoder(String issuer, String keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.client())),
                new JwtClaimValidator<String>("azp", party -> party == null || party.equals(settings.client())),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank())));
        return decoder;
    }

    private JsonNode send(HttpRequest.Builder request) throws ProviderException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new ProviderException("The identity provider answers %d.".formatted(response.statusCode()));
            }
            return JSON.readTree(response.body());
        } catch (IOException | JacksonException e) {
            throw new ProviderException("The identity provider gives no answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("The console stops.", e);
        }
    }

    private static HttpRequest.Builder request(String address) throws ProviderException {
        try {
            return HttpRequest.newBuilder(URI.create(address))
                    .timeout(LONGEST_ANSWER)
                    .header("Accept", "application/json");
        } catch (IllegalArgumentException e) {
            throw new ProviderException("The identity provider names an address that is none.", e);
        }
    }

    private String credentials() {
        String pair =
                encoded(settings.client()) + ":" + encoded(settings.secret().orElse(""));
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String subject(Jwt token) {
        return Objects.requireNonNull(token.getSubject(), "a validator wants one");
    }

    private static String name(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString("preferred_username"))
                .or(() -> Optional.ofNullable(token.getClaimAsString("email")))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> subject(token));
    }

    private List<String> teams(Jwt token) {
        return switch (token.getClaims().get(settings.teams())) {
            case List<?> several -> several.stream().map(String::valueOf).toList();
            case String one -> List.of(one);
            case null, default -> List.of();
        };
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
