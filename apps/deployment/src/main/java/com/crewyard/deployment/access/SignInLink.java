package com.crewyard.deployment.access;

/** An address that signs one person in, once and soon, without typing the token. */
public interface SignInLink {

    /** A path of the console, with a code. */
    String path();
}
