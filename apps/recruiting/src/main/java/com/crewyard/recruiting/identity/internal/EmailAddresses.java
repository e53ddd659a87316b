package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.Violations;
import java.util.Locale;
import java.util.regex.Pattern;

final class EmailAddresses {

    /** RFC 5321, section 4.5.3.1: 64 octets, an @, and a domain, within a path of 256 with its brackets. */
    private static final int LONGEST = 254;

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[^\\s@<>\"(),:;.]+(\\.[^\\s@<>\"(),:;.]+)+");

    private EmailAddresses() {}

    static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static void check(Violations violations, String field, String email) {
        violations.require(
                email.length() <= LONGEST && SHAPE.matcher(email).matches(),
                field,
                "\"%s\" is not an email address like name@example.com.".formatted(email));
    }

    static String mailbox(String email) {
        return email.substring(0, email.indexOf('@'));
    }
}
