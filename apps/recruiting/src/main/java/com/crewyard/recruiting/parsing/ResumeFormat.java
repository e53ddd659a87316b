package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.internal.text.FormatDetector;

/** The formats we read, judged by content: the name and the declared media type of a file are claims of strangers. */
public enum ResumeFormat {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    DOC("application/msword", "doc"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    RTF("application/rtf", "rtf"),
    HTML("text/html", "html"),
    TXT("text/plain", "txt");

    /** Larger files are refused where they enter: 10 MiB. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final String mediaType;
    private final String extension;

    ResumeFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    /** Looks at the content only; cheap (the first kilobytes, and the directory of a zip). */
    public static Detection detect(byte[] bytes) {
        return FormatDetector.detect(bytes);
    }

    /** What a file is. */
    public sealed interface Detection {
        record Recognised(ResumeFormat format) implements Detection {}

        /**
         * @param looksLike what it is instead, with its article: "a PNG image", "an empty file"
         */
        record Refused(String looksLike) implements Detection {
            /** The sentence for the person who chose the file. */
            public String sentence() {
                return "This looks like %s; send a PDF, Word (DOCX, DOC), OpenDocument, RTF, HTML or text file"
                        .formatted(looksLike);
            }
        }
    }
}
