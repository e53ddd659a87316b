package com.crewyard.recruiting.pipeline.internal;

import java.security.SecureRandom;

/** What candidates quote on the phone: eight characters that nobody mishears, as in K7QD-3M9X. */
final class References {

    /** Crockford's base 32: no I, L, O or U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private References() {}

    /** One of 2<sup>40</sup>. */
    static String next() {
        StringBuilder reference = new StringBuilder(2 * GROUP + 1);
        for (int index = 0; index < 2 * GROUP; index++) {
            if (index == GROUP) {
                reference.append('-');
            }
            reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }
}
