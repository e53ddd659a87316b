package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An identity provider by which people sign in (OpenID Connect Core 1.0).
 *
 * @param issuer as its discovery document has it; empty for none
 * @param secret of a confidential client; empty for a public one
 * @param teams the claim of the ID token with the groups that somebody is in
 */
@ConfigurationProperties("access.oidc")
public record OidcSettings(
        Optional<String> issuer,
        @DefaultValue("") String client,
        Optional<String> secret,
        @DefaultValue("groups") String teams) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /** @throws RefusedException when an issuer is named and cannot be used */
    public OidcSettings {
        issuer = issuer.filter(text -> !text.isBlank());
        secret = secret.filter(text -> !text.isBlank());
        if (issuer.isPresent()) {
            requireSafe(issuer.get());
            if (client.isBlank()) {
                throw RefusedException.input(
                        "CREWYARD_OIDC_CLIENT is not set; set it to the client's id that the identity provider gave.");
            }
        }
    }

    private static void requireSafe(String issuer) {
        URI address = URI.create(issuer);
        if (address.getHost() == null
                || !"https".equals(address.getScheme()) && !THIS_MACHINE.contains(address.getHost())) {
            throw RefusedException.input(
                    "CREWYARD_OIDC_ISSUER is \"%s\"; give an address with https, such as https://id.example.com/realms/acme."
                            .formatted(issuer));
        }
    }

    /** Whether people can sign in by one. */
    public boolean isOn() {
        return issuer.isPresent();
    }
}
