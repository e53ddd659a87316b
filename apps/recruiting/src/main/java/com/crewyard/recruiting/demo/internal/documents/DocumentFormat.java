package com.crewyard.recruiting.demo.internal.documents;

import com.crewyard.recruiting.demo.internal.resumes.Dice;
import com.crewyard.recruiting.demo.internal.resumes.ResumeSource;
import java.util.function.Function;

/** The forms in which resumes are sent. */
public enum DocumentFormat {
    PDF("pdf", "one-column", PdfResume::oneColumn),
    PDF_SIDEBAR("pdf", "two-columns", PdfResume::withSidebar),
    DOCX("docx", "word", DocxResume::write),
    ODT("odt", "open-document", OdtResume::write),
    RTF("rtf", "rich-text", RtfResume::write),
    HTML("html", "page", HtmlResume::write),
    TXT("txt", "plain", TextResume::write);

    private static final Typesetter TYPESETTER = new Typesetter();

    private final String extension;
    private final String label;
    private final Function<Sheet, byte[]> writer;

    DocumentFormat(String extension, String label, Function<Sheet, byte[]> writer) {
        this.extension = extension;
        this.label = label;
        this.writer = writer;
    }

    public String extension() {
        return extension;
    }

    /** In lower case, to stand in a file's name. */
    public String label() {
        return label;
    }

    /** The same resume and number give the same bytes. */
    public byte[] write(ResumeSource source, int number) {
        return writer.apply(TYPESETTER.set(source, Dice.of(source.name().hashCode(), number), number));
    }
}
