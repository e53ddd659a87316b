package com.crewyard.recruiting.identity;

import com.crewyard.recruiting.identity.internal.TokenMint;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Signed access tokens (RFC 7519) of the API. */
@Service
public class AccessTokens {

    private final TokenMint mint;

    AccessTokens(TokenMint mint) {
        this.mint = mint;
    }

    /** A token that lasts twelve hours. */
    public String issue(CurrentUser user) {
        return mint.issue(user);
    }

    /** The user a token speaks for, as they are now; empty when it is forged, expired, or its user is gone. */
    public Optional<CurrentUser> verify(String token) {
        return mint.verify(token);
    }

    /** The public keys as a JWK set (RFC 7517), for others who verify. */
    public String publicKeys() {
        return mint.publicKeys();
    }

    /** Puts a new key in place at once, as after a leak of one; tokens issued so far stay valid until they expire. */
    public void rotateKey() {
        mint.rotate();
    }
}
