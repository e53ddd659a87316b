package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeFormat;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Recognised;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Refused;
import com.crewyard.recruiting.parsing.ResumeText;
import java.io.IOException;

/** Reads a file of any format we know. Bounded in output, not in time or memory: run it in a child process. */
public final class TextExtractor {

    static {
        BundledFontMapper.install();
    }

    private TextExtractor() {}

    public static Extraction extract(byte[] bytes) {
        return switch (ResumeFormat.detect(bytes)) {
            case Refused refused -> new Extraction.Nothing(refused.sentence());
            case Recognised(ResumeFormat format) -> read(format, bytes);
        };
    }

    private static Extraction read(ResumeFormat format, byte[] bytes) {
        try {
            Extraction extraction = switch (format) {
                case PDF -> PdfText.of(bytes);
                case TXT -> new Extraction.Text(PlainText.of(bytes));
                case DOCX, DOC, ODT, RTF, HTML -> TikaText.of(format, bytes);
            };
            return extraction instanceof Extraction.Text(ResumeText text)
                            && text.text().isBlank()
                    ? new Extraction.Nothing("There is no text in this file")
                    : extraction;
        } catch (TooComplexException e) {
            return new Extraction.TooComplex(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new Extraction.TooComplex("This file nests deeper than any document we know");
        } catch (IOException | RuntimeException e) {
            // Parsers throw whatever a damaged file provokes; which one it was says nothing to its owner.
            return new Extraction.Nothing("This %s file is damaged and cannot be read".formatted(format));
        }
    }
}
