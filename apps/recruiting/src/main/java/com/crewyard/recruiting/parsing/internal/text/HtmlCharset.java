package com.crewyard.recruiting.parsing.internal.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes HTML: as UTF-8 where that is valid, whatever the page says, else as it says, else as plain text. Guessing by
 * statistics takes short pages for Chinese.
 */
final class HtmlCharset {

    private static final int LOOK_AT = 4096;
    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");

    private HtmlCharset() {}

    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            String head = new String(bytes, 0, Math.min(bytes.length, LOOK_AT), StandardCharsets.ISO_8859_1);
            Matcher declared = DECLARED.matcher(head);
            return declared.find() && isKnown(declared.group(1))
                    ? new String(bytes, Charset.forName(declared.group(1)))
                    : PlainText.decode(bytes);
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset) && !charset.equalsIgnoreCase("utf-8");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
