package com.crewyard.recruiting.identity.api;

import com.crewyard.recruiting.identity.AccessTokens;
import com.crewyard.recruiting.identity.Anyone;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys with which others, such as an edge in front of us, verify our access tokens. */
@RestController
class KeysController {

    private final AccessTokens tokens;

    KeysController(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Anyone
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(tokens.publicKeys());
    }
}
