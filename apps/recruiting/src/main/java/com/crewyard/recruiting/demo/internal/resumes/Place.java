package com.crewyard.recruiting.demo.internal.resumes;

import java.util.List;
import java.util.Optional;

/**
 * Where somebody lives.
 *
 * @param phone pattern of international numbers that belong to nobody: kept free for fiction by Ofcom, the
 *     Bundesnetzagentur, ARCEP, ComReg and the North American Numbering Plan
 * @param nationalPhone the same as people write it at home
 */
record Place(String language, String name, Optional<String> phone, Optional<String> nationalPhone) {

    static List<Place> all() {
        return Texts.lines("places.tsv").stream()
                .map(line -> {
                    String[] cells = line.split("\t", -1);
                    return new Place(cells[0], cells[1], given(cells[2]), given(cells[3]));
                })
                .toList();
    }

    private static Optional<String> given(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }
}
