package com.crewyard.recruiting.parsing.internal.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Measures what a zip-based document expands to before anything interprets it. */
final class ZipGuard {

    static final long MAX_EXPANDED_BYTES = 100L * 1024 * 1024;
    static final int MAX_ENTRIES = 5_000;
    /** XML of word processors compresses 5 to 60 times; a single repeated byte a thousand times. */
    static final int MAX_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 1024 * 1024;

    private ZipGuard() {}

    static void check(byte[] bytes) throws IOException {
        long total = 0;
        int entries = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw new TooComplexException("This document has more than %d parts".formatted(MAX_ENTRIES));
                }
                long before = total;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > MAX_EXPANDED_BYTES) {
                        throw new TooComplexException(
                                "This document expands to more than %d MB".formatted(MAX_EXPANDED_BYTES / 1024 / 1024));
                    }
                }
                long expanded = total - before;
                long compressed = Math.max(entry.getCompressedSize(), 1);
                if (expanded > RATIO_COUNTS_FROM && isXml(entry) && expanded / compressed > MAX_RATIO) {
                    throw new TooComplexException("A part of this document (%s) expands %d times"
                            .formatted(printable(entry.getName()), expanded / compressed));
                }
            }
        }
    }

    private static boolean isXml(ZipEntry entry) {
        return entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
    }

    private static String printable(String name) {
        String kept = name.replaceAll("[^A-Za-z0-9./_-]", "?");
        return kept.length() > 60 ? kept.substring(0, 60) : kept;
    }
}
