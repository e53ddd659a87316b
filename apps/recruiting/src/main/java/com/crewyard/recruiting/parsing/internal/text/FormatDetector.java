package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeFormat;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Recognised;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells formats apart by their first bytes, and the zip- and OLE-based ones by what is inside. */
public final class FormatDetector {

    private static final int LOOK_AT = 64 * 1024;
    private static final int ZIP_ENTRIES_LOOKED_AT = 200;

    private record Signature(int offset, String bytes, String looksLike) {}

    private static final List<Signature> REFUSED = List.of(
            new Signature(0, "\u0089PNG", "a PNG image"),
            new Signature(0, "\u00ff\u00d8\u00ff", "a JPEG image"),
            new Signature(0, "GIF8", "a GIF image"),
            new Signature(0, "BM", "a bitmap image"),
            new Signature(0, "II*\0", "a TIFF image"),
            new Signature(0, "MM\0*", "a TIFF image"),
            new Signature(8, "WEBP", "a WebP image"),
            new Signature(4, "ftyphei", "a HEIC image"),
            new Signature(4, "ftyp", "a video"),
            new Signature(0, "MZ", "a Windows program"),
            new Signature(0, "\u007fELF", "a Linux program"),
            new Signature(0, "\u00ca\u00fe\u00ba\u00be", "a Java class or macOS program"),
            new Signature(0, "\u00cf\u00fa\u00ed\u00fe", "a macOS program"),
            new Signature(0, "Rar!", "a RAR archive"),
            new Signature(0, "7z\u00bc\u00af", "a 7z archive"),
            new Signature(0, "\u001f\u008b", "a gzip archive"),
            new Signature(0, "BZh", "a bzip2 archive"),
            new Signature(257, "ustar", "a tar archive"),
            new Signature(0, "%!PS", "a PostScript file"),
            new Signature(0, "ID3", "an MP3 recording"),
            new Signature(0, "RIFF", "a sound or video recording"),
            new Signature(0, "OggS", "a sound or video recording"),
            new Signature(0, "SQLite format 3", "a SQLite database"));

    private FormatDetector() {}

    public static Detection detect(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused("an empty file");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LOOK_AT), StandardCharsets.ISO_8859_1);
        // Readers of PDF accept leading junk within the first 1024 bytes (ISO 32000-1, annex H, implementation note
        // 13).
        int pdf = head.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1024) {
            return new Recognised(ResumeFormat.PDF);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return zip(bytes);
        }
        if (head.startsWith("PK\u0005\u0006")) {
            return new Refused("an empty zip archive");
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return ole(bytes);
        }
        if (head.startsWith("{\\rtf")) {
            return new Recognised(ResumeFormat.RTF);
        }
        for (Signature signature : REFUSED) {
            if (head.startsWith(signature.bytes(), signature.offset())
                    && !(isShort(signature) && looksLikeText(head))) {
                return new Refused(signature.looksLike());
            }
        }
        return text(bytes, head);
    }

    private static boolean isShort(Signature signature) {
        return signature.bytes().length() < 4;
    }

    private static Detection zip(byte[] bytes) {
        boolean wordProcessing = false;
        String content = "a zip archive";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < ZIP_ENTRIES_LOOKED_AT; i++) {
                String name = entry.getName();
                if (name.equals("mimetype")) {
                    String type = new String(zip.readNBytes(100), StandardCharsets.US_ASCII).strip();
                    return type.equals(ResumeFormat.ODT.mediaType())
                            ? new Recognised(ResumeFormat.ODT)
                            : new Refused("an archive of type " + (isPrintable(type) ? type : "unknown"));
                }
                if (name.equals("word/document.xml")) {
                    wordProcessing = true;
                    break;
                }
                content = zipContent(name, content);
                // Entries are skipped by their sizes' sake only: inflating them here would let a bomb cost us.
                if (entry.getCompressedSize() > bytes.length) {
                    break;
                }
                entry = nextEntry(zip, bytes.length);
            }
        } catch (IOException | IllegalArgumentException e) {
            wordProcessing = wordProcessing || contains(bytes, "word/document.xml");
        }
        if (wordProcessing || contains(bytes, "word/document.xml")) {
            return new Recognised(ResumeFormat.DOCX);
        }
        return new Refused(content);
    }

    private static ZipEntry nextEntry(ZipInputStream zip, int compressed) throws IOException {
        long budget = 20L * compressed + 1_000_000;
        byte[] buffer = new byte[8192];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            budget -= read;
            if (budget < 0) {
                throw new IOException("entry expands too far to look past it");
            }
        }
        return zip.getNextEntry();
    }

    private static String zipContent(String name, String otherwise) {
        if (name.startsWith("xl/")) {
            return "an Excel workbook";
        }
        if (name.startsWith("ppt/")) {
            return "a PowerPoint presentation";
        }
        if (name.equals("META-INF/MANIFEST.MF") || name.endsWith(".class")) {
            return "a Java archive";
        }
        if (name.startsWith("Index/") && name.endsWith(".iwa")) {
            return "an Apple Pages document";
        }
        return otherwise;
    }

    /** Streams of an OLE file are listed by UTF-16 names in its directory ([MS-CFB], section 2.6.1). */
    private static Detection ole(byte[] bytes) {
        if (contains(bytes, utf16("WordDocument"))) {
            return new Recognised(ResumeFormat.DOC);
        }
        if (contains(bytes, utf16("Workbook")) || contains(bytes, utf16("Book"))) {
            return new Refused("an Excel workbook");
        }
        if (contains(bytes, utf16("PowerPoint Document"))) {
            return new Refused("a PowerPoint presentation");
        }
        if (contains(bytes, utf16("__substg1.0"))) {
            return new Refused("an Outlook message");
        }
        if (contains(bytes, utf16("EncryptedPackage"))) {
            return new Refused("a document protected by a password");
        }
        return new Refused("an OLE file that is not a Word document");
    }

    private static Detection text(byte[] bytes, String head) {
        String start = head.substring(0, Math.min(head.length(), 4096)).toLowerCase(Locale.ROOT);
        if (!looksLikeText(head) && !PlainText.looksLikeUtf16(bytes)) {
            return new Refused("a binary file of an unknown kind");
        }
        if (start.contains("<html") || start.contains("<!doctype html") || start.contains("<body")) {
            return new Recognised(ResumeFormat.HTML);
        }
        String stripped = start.strip();
        if (stripped.isEmpty()) {
            return new Refused("a file of blanks");
        }
        if (stripped.startsWith("<svg") || (stripped.startsWith("<?xml") && start.contains("<svg"))) {
            return new Refused("an SVG image");
        }
        if (stripped.startsWith("<?xml") || stripped.startsWith("<!doctype")) {
            return new Refused("an XML document");
        }
        if (stripped.startsWith("#!")) {
            return new Refused("a script");
        }
        return new Recognised(ResumeFormat.TXT);
    }

    private static boolean looksLikeText(String head) {
        int control = 0;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == 0) {
                return false;
            }
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u000b') {
                control++;
            }
        }
        return control * 100 <= head.length();
    }

    private static boolean isPrintable(String type) {
        return !type.isEmpty() && type.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static String utf16(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean contains(byte[] bytes, String latin1) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(latin1);
    }
}
