package com.crewyard.recruiting.parsing.internal.text;

import java.util.List;

/** What stands on a page, in points from its upper left corner. */
record PdfPage(double width, double height, List<Word> words, List<Area> links) {

    /**
     * Characters without a blank between them.
     *
     * @param baseline on which the letters stand
     * @param size of the letters
     */
    record Word(String text, double left, double right, double baseline, double size, boolean bold, boolean italic) {

        boolean sharesLineWith(double otherBaseline, double otherSize) {
            return Math.abs(baseline - otherBaseline) <= 0.35 * Math.max(size, otherSize);
        }
    }

    /** A rectangle that leads to an address. */
    record Area(double left, double top, double right, double bottom, String address) {
        boolean covers(Word word) {
            double x = (word.left() + word.right()) / 2;
            double y = word.baseline() - word.size() * 0.35;
            return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
        }
    }
}
