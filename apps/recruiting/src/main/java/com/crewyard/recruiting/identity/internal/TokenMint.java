package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
public class TokenMint {

    private static final String ISSUER = "crewyard-recruiting";
    private static final String ORGANIZATION = "org";

    private final SigningKeys keys;
    private final People people;
    private final Clock clock;
    /** Spares the elliptic curve on every request of a client; bounded in time so that a retired key is noticed. */
    private final Cache<String, Claims> verified = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    TokenMint(SigningKeys keys, People people, Clock clock) {
        this.keys = keys;
        this.people = people;
        this.clock = clock;
    }

    private record Claims(OrganizationId organization, UserId user, Instant expiresAt) {}

    public String issue(CurrentUser user) {
        Instant now = clock.instant();
        ECKey key = keys.current();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(user.id().toString())
                        .claim(ORGANIZATION, user.organization().toString())
                        .claim("role", user.role().code())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(SigningKeys.TOKEN_LASTS)))
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return token.serialize();
    }

    public Optional<CurrentUser> verify(String token) {
        Optional<Claims> known = Optional.ofNullable(verified.getIfPresent(token));
        Optional<Claims> claims = known.isPresent() ? known : check(token);
        return claims.filter(found -> found.expiresAt().isAfter(clock.instant()))
                .flatMap(found -> people.current(found.organization(), found.user()));
    }

    public String publicKeys() {
        return keys.published().toString(true);
    }

    public void rotate() {
        keys.rotate();
    }

    private Optional<Claims> check(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            String kid = signed.getHeader().getKeyID();
            Optional<ECKey> key =
                    kid == null || !JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
                            ? Optional.empty()
                            : keys.verifying(kid);
            if (key.isEmpty() || !signed.verify(new ECDSAVerifier(key.get().toPublicJWK()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Date expires = claims.getExpirationTime();
            if (!ISSUER.equals(claims.getIssuer()) || expires == null) {
                return Optional.empty();
            }
            Claims found = new Claims(
                    new OrganizationId(Long.parseLong(claims.getStringClaim(ORGANIZATION))),
                    new UserId(Long.parseLong(claims.getSubject())),
                    expires.toInstant());
            verified.put(token, found);
            return Optional.of(found);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
