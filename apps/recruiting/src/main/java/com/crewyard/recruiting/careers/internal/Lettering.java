package com.crewyard.recruiting.careers.internal;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Text as outlines of a font that comes with the application, so that a machine without fonts, or without a font
 * configuration, draws the same letters.
 */
final class Lettering {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String ELLIPSIS = "…";

    private final TrueTypeFont font;

    private Lettering(TrueTypeFont font) {
        this.font = font;
    }

    static Lettering load() {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("%s is not on the class path".formatted(FONT));
            }
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outline of a line whose baseline begins at 0, 0. Characters that the font lacks are left out. */
    synchronized Path2D outline(String text, double size) {
        Path2D line = new Path2D.Double();
        try {
            double scale = size / font.getUnitsPerEm();
            double x = 0;
            for (int character : text.codePoints().toArray()) {
                int glyph = glyph(character);
                if (glyph != 0) {
                    GeneralPath path = font.getGlyph().getGlyph(glyph) == null
                            ? new GeneralPath()
                            : font.getGlyph().getGlyph(glyph).getPath();
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(scale, -scale);
                    line.append(place.createTransformedShape(path), false);
                    x += font.getAdvanceWidth(glyph) * scale;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line;
    }

    /** Broken between words into at most so many lines; what does not fit ends in an ellipsis. */
    List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line.replace(0, line.length(), longer);
                continue;
            }
            if (lines.size() == most - 1 || line.isEmpty()) {
                lines.add(shortened(longer, size, width));
                return lines;
            }
            lines.add(line.toString());
            line.replace(0, line.length(), word);
        }
        lines.add(shortened(line.toString(), size, width));
        return lines;
    }

    private String shortened(String line, double size, double width) {
        String rest = line;
        while (!rest.isEmpty() && width(rest.equals(line) ? line : rest + ELLIPSIS, size) > width) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1)).stripTrailing();
        }
        return rest.equals(line) ? line : rest + ELLIPSIS;
    }

    private synchronized double width(String text, double size) {
        try {
            double units = 0;
            for (int character : text.codePoints().toArray()) {
                int glyph = glyph(character);
                units += glyph == 0 ? 0 : font.getAdvanceWidth(glyph);
            }
            return units * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int glyph(int character) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(character);
    }
}
