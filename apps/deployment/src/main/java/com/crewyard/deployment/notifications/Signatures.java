package com.crewyard.deployment.notifications;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of webhooks, as GitHub writes them: {@code sha256=} and an HMAC-SHA256 (RFC 2104) in hexadecimal. */
public final class Signatures {

    /** The header with the signature; as GitHub's, but for the name. */
    public static final String SIGNATURE_HEADER = "X-Crewyard-Signature-256";

    /** The header that names a delivery: the same each time it is tried, so that a receiver knows it again. */
    public static final String DELIVERY_HEADER = "X-Crewyard-Delivery";

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    public static String sha256(String secret, String body) {
        return sha256(secret, body.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Takes as long for one that is nearly right as for any other. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
