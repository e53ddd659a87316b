package com.crewyard.deployment.access.internal;

/** An identity provider did not do as OpenID Connect has it, or was not there. */
final class ProviderException extends Exception {

    ProviderException(String sentence) {
        super(sentence);
    }

    ProviderException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
