package com.crewyard.recruiting.candidates;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A resume that was read, its values found in its text. */
record SampleResume(ResumeText text, ResumeProfile profile) {

    static final String TEXT = """
            Ada Example
            Vehicle mechanic
            Leeds, United Kingdom
            ada@example.com
            +442079460018
            https://www.linkedin.com/in/ada-example

            Lead mechanic\t2019-03 - present
            Example Garage
            Mechanic\t2015-01 - 2019-02
            Sample Motors

            Brake systems, Diagnostics
            """;

    static SampleResume ada() {
        return of(TEXT, "Vehicle mechanic", List.of("Brake systems", "Diagnostics"));
    }

    static SampleResume of(String text, String headline, List<String> skills) {
        List<ResumeText.Line> lines = new ArrayList<>();
        int offset = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(new ResumeText.Line(
                        offset, offset + line.length(), 1, Optional.empty(), ResumeText.Style.PLAIN));
            }
            offset += line.length() + 1;
        }
        ResumeText read = new ResumeText(
                text, List.of(new ResumeText.Page(1, 0, text.length(), 595, 842)), lines, List.of(), List.of());
        return new SampleResume(
                read,
                new ResumeProfile(
                        Optional.of(found(text, "Ada Example")),
                        Optional.of(found(text, headline)),
                        List.of(found(text, "ada@example.com")),
                        List.of(found(text, "+442079460018")),
                        Optional.of(found(text, "Leeds, United Kingdom")),
                        List.of(found(
                                text,
                                "https://www.linkedin.com/in/ada-example",
                                new ResumeProfile.Link(
                                        ResumeProfile.LinkKind.LINKEDIN, "https://www.linkedin.com/in/ada-example"))),
                        Optional.empty(),
                        List.of(
                                work(text, "Lead mechanic", "Example Garage", "2019-03", Optional.empty()),
                                work(text, "Mechanic", "Sample Motors", "2015-01", Optional.of("2019-02"))),
                        List.of(),
                        skills.stream()
                                .map(skill ->
                                        found(text, skill, new ResumeProfile.Skill(skill, Optional.empty(), true)))
                                .toList(),
                        List.of(),
                        List.of(),
                        Optional.of(140)));
    }

    private static ResumeProfile.Work work(
            String text, String title, String employer, String start, Optional<String> end) {
        return new ResumeProfile.Work(
                Optional.of(found(text, employer)),
                Optional.of(found(text, title)),
                Optional.empty(),
                Optional.of(found(text, start, date(start))),
                end.map(last -> found(text, last, date(last))),
                end.isEmpty(),
                Optional.empty(),
                Optional.empty());
    }

    private static PartialDate date(String text) {
        return PartialDate.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5)));
    }

    private static Found<String> found(String text, String part) {
        return found(text, part, part);
    }

    private static <T> Found<T> found(String text, String part, T value) {
        int start = text.indexOf(part);
        return new Found<>(value, 0.9, List.of(new Span(1, start, start + part.length())));
    }
}
