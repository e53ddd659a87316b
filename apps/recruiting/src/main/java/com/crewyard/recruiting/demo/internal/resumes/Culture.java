package com.crewyard.recruiting.demo.internal.resumes;

import java.util.List;

/** Names that go together, and the language that comes with them. */
record Culture(String name, String language, List<String> givenNames, List<String> familyNames) {

    static List<Culture> all() {
        return Texts.lines("names.tsv").stream()
                .map(line -> {
                    String[] cells = line.split("\t", -1);
                    return new Culture(
                            cells[0], cells[1], List.of(cells[2].split("\\|")), List.of(cells[3].split("\\|")));
                })
                .toList();
    }
}
