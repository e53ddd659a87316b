package com.crewyard.deployment.advisor;

import com.crewyard.deployment.catalog.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A research document that somebody brought along.
 *
 * @param name of its file, without folders; at most {@value #LONGEST_NAME} characters
 */
public record Uploaded(String name, String text) {

    /** In bytes; a long document of this kind has a tenth of it. */
    public static final int LARGEST = 256 * 1024;

    private static final int LONGEST_NAME = 80;

    /**
     * Of what a browser sent.
     *
     * @throws RefusedException for what is too large, or no text
     */
    public static Uploaded of(String sentName, byte[] bytes) {
        String name = plain(sentName);
        if (bytes.length > LARGEST) {
            throw RefusedException.input(
                    "%s has %,d bytes, and a document may have %,d; leave out what is not about hosting."
                            .formatted(name, bytes.length, LARGEST));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return new Uploaded(name, text);
            }
        } catch (CharacterCodingException _) {
            // Said below.
        }
        throw RefusedException.input("%s is no text in UTF-8; send Markdown.".formatted(name));
    }

    /** Some browsers send the whole path; what is left is shown and written as a file of that name. */
    private static String plain(String sentName) {
        String name = sentName.replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .strip();
        String shown = name.isEmpty() || name.startsWith(".") ? "document" + name : name;
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(shown.length() - LONGEST_NAME);
    }
}
