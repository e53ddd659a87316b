package com.crewyard.recruiting.careers.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture judged by its content, without unpacking it. Only raster formats: an SVG is a program. */
public final class LogoFile {

    public static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_SIDE = 2_000;

    private LogoFile() {}

    /** What a file turned out to be. */
    public sealed interface Verdict {
        record Picture(String mediaType, int width, int height) implements Verdict {}

        record Refused(String sentence) implements Verdict {}
    }

    public static Verdict judge(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Verdict.Refused("This picture has more than 1 MB; send a smaller one.");
        }
        Optional<Verdict.Picture> picture = webp(bytes).or(() -> pngOrJpeg(bytes));
        if (picture.isEmpty()) {
            return new Verdict.Refused("This is no PNG, JPEG or WebP picture.");
        }
        int width = picture.get().width();
        int height = picture.get().height();
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            return new Verdict.Refused("This picture has %d × %d pixels; each side may have at most %d."
                    .formatted(width, height, MAX_SIDE));
        }
        return picture.get();
    }

    private static Optional<Verdict.Picture> pngOrJpeg(byte[] bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName();
                boolean known = format.equalsIgnoreCase("png") || format.equalsIgnoreCase("jpeg");
                reader.setInput(stream, true, true);
                return known
                        ? Optional.of(new Verdict.Picture(
                                format.equalsIgnoreCase("png") ? "image/png" : "image/jpeg",
                                reader.getWidth(0),
                                reader.getHeight(0)))
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            // Readers of pictures throw what they like at a broken one.
            return Optional.empty();
        }
    }

    /** The size from the first chunk of a WebP container (RFC 9649, sections 2.3 to 2.7). */
    private static Optional<Verdict.Picture> webp(byte[] bytes) {
        if (bytes.length < 30
                || !text(bytes, 0).equals("RIFF")
                || !text(bytes, 8).equals("WEBP")) {
            return Optional.empty();
        }
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (text(bytes, 12)) {
            case "VP8 " -> picture(chunk.getShort(26) & 0x3fff, chunk.getShort(28) & 0x3fff);
            case "VP8L" -> {
                int packed = chunk.getInt(21);
                yield picture((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> picture((chunk.getInt(24) & 0xffffff) + 1, (chunk.getInt(26) >>> 8) + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Verdict.Picture> picture(int width, int height) {
        return Optional.of(new Verdict.Picture("image/webp", width, height));
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
