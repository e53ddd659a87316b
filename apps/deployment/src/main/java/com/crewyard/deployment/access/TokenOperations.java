package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.List;

/** API tokens, here or on a server. */
public interface TokenOperations {

    /** @throws RefusedException when the name is taken */
    NewToken create(TokenOrder order);

    /** All of them, the latest first. */
    List<ApiToken> tokens();

    /**
     * From now on the token opens nothing, and neither do sessions opened with it.
     *
     * @throws RefusedException when there is no such token in use
     */
    void revoke(String name, String actor);
}
