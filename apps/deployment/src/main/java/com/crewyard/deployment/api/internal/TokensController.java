package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.ApiToken;
import com.crewyard.deployment.access.GuardedTokens;
import com.crewyard.deployment.access.NewToken;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Role;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.TokenOrder;
import com.crewyard.deployment.api.Wire;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API tokens over HTTP. */
@RestController
@RequestMapping(Wire.PATH + "/tokens")
class TokensController {

    private final GuardedTokens tokens;

    TokensController(GuardedTokens tokens) {
        this.tokens = tokens;
    }

    @Operation(summary = "Tokens that were made, without their secrets.")
    @Requires(value = Permission.ADMINISTER, organization = true)
    @GetMapping
    List<ApiToken> tokens() {
        return tokens.tokens();
    }

    @Operation(summary = "Makes a token; the answer has its secret, this once.")
    @Requires(value = Permission.ADMINISTER, organization = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewToken createToken(@RequestBody Wire.Token wanted) {
        return tokens.create(new TokenOrder(
                Objects.requireNonNullElse(wanted.name(), ""),
                Role.ofCode(Objects.requireNonNullElse(wanted.role(), "")),
                Objects.requireNonNullElse(wanted.scopes(), List.<String>of()).stream()
                        .map(Scope::new)
                        .toList(),
                Objects.requireNonNullElse(wanted.days(), TokenOrder.USUAL_DAYS),
                ApiController.actor(wanted.actor())));
    }

    @Operation(summary = "Ends a token, and what was signed in with it.")
    @Requires(value = Permission.ADMINISTER, organization = true)
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable String name, @RequestParam(required = false) @Nullable String actor) {
        tokens.revoke(name, ApiController.actor(actor));
    }
}
