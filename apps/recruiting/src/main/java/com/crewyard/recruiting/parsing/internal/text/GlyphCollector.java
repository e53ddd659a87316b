package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.internal.text.PdfPage.Area;
import com.crewyard.recruiting.parsing.internal.text.PdfPage.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Takes glyphs from PDFBox, which has merged accents and dropped doubled glyphs, and makes words of them. */
final class GlyphCollector extends PDFTextStripper {

    private static final int MAX_GLYPHS = 200_000;

    private final List<PdfPage> pages = new ArrayList<>();
    private int glyphs;

    GlyphCollector() {
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
    }

    List<PdfPage> pages() {
        return pages;
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        if (++glyphs > MAX_GLYPHS) {
            throw new TooComplexException("This PDF draws more than %,d characters on one page".formatted(MAX_GLYPHS));
        }
        super.processTextPosition(glyph);
    }

    @Override
    protected void writePage() {
        glyphs = 0;
        PDPage page = getCurrentPage();
        PDRectangle crop = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        List<TextPosition> all = new ArrayList<>();
        charactersByArticle.forEach(all::addAll);
        pages.add(new PdfPage(
                turned ? crop.getHeight() : crop.getWidth(),
                turned ? crop.getWidth() : crop.getHeight(),
                words(all),
                links(page, crop)));
    }

    private static List<Word> words(List<TextPosition> glyphs) {
        float direction = mainDirection(glyphs);
        List<Word> words = new ArrayList<>();
        WordBuilder word = new WordBuilder(words);
        for (TextPosition glyph : glyphs) {
            if (glyph.getDir() == direction) {
                word.add(glyph);
            }
        }
        word.finish();
        return words;
    }

    private static float mainDirection(List<TextPosition> glyphs) {
        long upright = glyphs.stream().filter(glyph -> glyph.getDir() == 0).count();
        return upright * 2 >= glyphs.size() || glyphs.isEmpty()
                ? 0
                : glyphs.get(glyphs.size() / 2).getDir();
    }

    private static List<Area> links(PDPage page, PDRectangle crop) {
        List<Area> links = new ArrayList<>();
        try {
            for (PDAnnotation annotation : page.getAnnotations(a -> a instanceof PDAnnotationLink)) {
                PDRectangle box = annotation.getRectangle();
                if (box != null
                        && annotation instanceof PDAnnotationLink link
                        && link.getAction() instanceof PDActionURI action
                        && action.getURI() != null
                        && links.size() < 500) {
                    links.add(new Area(
                            box.getLowerLeftX() - crop.getLowerLeftX(),
                            crop.getUpperRightY() - box.getUpperRightY(),
                            box.getUpperRightX() - crop.getLowerLeftX(),
                            crop.getUpperRightY() - box.getLowerLeftY(),
                            action.getURI().strip()));
                }
            }
        } catch (IOException e) {
            // A broken annotation takes its link along, not the page's text.
            return links;
        }
        return links;
    }

    /** Joins glyphs as they are drawn until the pen jumps. */
    private static final class WordBuilder {
        private final List<Word> words;
        private final StringBuilder text = new StringBuilder();
        private double left;
        private double right;
        private double baseline;
        private double size;
        private int bold;
        private int italic;

        WordBuilder(List<Word> words) {
            this.words = words;
        }

        void add(TextPosition glyph) {
            String raw = glyph.getUnicode();
            String clean = raw == null ? "" : Characters.clean(raw);
            if (clean.isBlank()) {
                if (!clean.isEmpty()) {
                    finish();
                }
                return;
            }
            double glyphSize = Math.max(1, glyph.getFontSizeInPt());
            double x = glyph.getXDirAdj();
            double y = glyph.getYDirAdj();
            double blank = glyph.getWidthOfSpace();
            double threshold = Math.clamp(blank > 0 ? 0.5 * blank : 0.2 * glyphSize, 0.1 * glyphSize, 0.3 * glyphSize);
            boolean jumps = Math.abs(y - baseline) > 0.3 * glyphSize || x - right > threshold || x < left - 0.5;
            if (!text.isEmpty() && (jumps || Characters.isBullet(text.toString()))) {
                finish();
            }
            if (text.isEmpty()) {
                left = x;
                baseline = y;
                size = glyphSize;
            }
            text.append(clean.strip());
            right = x + glyph.getWidthDirAdj();
            size = Math.max(size, glyphSize);
            String font = fontName(glyph.getFont());
            bold += isBold(font, glyph.getFont()) ? 1 : -1;
            italic += font.contains("italic") || font.contains("oblique") ? 1 : -1;
        }

        void finish() {
            if (!text.isEmpty()) {
                words.add(new Word(text.toString(), left, right, baseline, size, bold > 0, italic > 0));
            }
            text.setLength(0);
            bold = 0;
            italic = 0;
        }

        private static String fontName(@Nullable PDFont font) {
            String name = font == null ? null : font.getName();
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        }

        private static boolean isBold(String name, @Nullable PDFont font) {
            if (name.contains("bold") || name.contains("black") || name.contains("heavy") || name.contains("-demi")) {
                return true;
            }
            var descriptor = font == null ? null : font.getFontDescriptor();
            return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
        }
    }
}
