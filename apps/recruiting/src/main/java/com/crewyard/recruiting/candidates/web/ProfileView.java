package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.candidates.Attachment;
import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.Correction;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Study;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A candidate's profile beside the resume it was read from.
 *
 * @param resumes every version, newest first
 * @param marked the text of the one shown; empty when it was not read
 * @param form what was typed last, when it was refused
 * @param editing code of the field whose form is open
 */
public record ProfileView(
        CandidateFrame frame,
        CandidateProfile profile,
        List<Resume> resumes,
        Optional<MarkedResume> marked,
        List<Attachment> attachments,
        Form form,
        String editing) {

    /** An entry as it is read, and where in the resume. */
    public record Entry(String text, Optional<String> anchor) {}

    /** A position or a study in three lines. */
    public record Block(String title, String place, String dates, Optional<String> text, Optional<String> anchor) {}

    /** Fields that people look at first; the others follow when they say something. */
    public List<ProfileField> fields() {
        return Stream.of(ProfileField.values())
                .filter(field ->
                        field != ProfileField.NAME || profile.correction(field).isPresent())
                .toList();
    }

    public boolean isEditing(ProfileField field) {
        return editing.equals(field.code());
    }

    public Optional<Correction> correction(ProfileField field) {
        return profile.correction(field);
    }

    /** One text or many. */
    public List<Entry> entries(ProfileField field) {
        return switch (profile.value(field)) {
            case ProfileValue.Text(String text) ->
                text.isEmpty() ? List.of() : List.of(new Entry(text, anchor(profile.evidence(field))));
            case ProfileValue.Texts(List<String> texts) -> {
                List<Entry> entries = new ArrayList<>();
                for (int index = 0; index < texts.size(); index++) {
                    entries.add(new Entry(texts.get(index), anchorOf(field, index)));
                }
                yield entries;
            }
            case ProfileValue.Positions _, ProfileValue.Studies _ -> List.of();
        };
    }

    public List<Block> blocks(Page page, ProfileField field) {
        List<Block> blocks = new ArrayList<>();
        switch (profile.value(field)) {
            case ProfileValue.Positions(List<Position> positions) -> {
                for (Position position : positions) {
                    blocks.add(new Block(
                            position.title().or(position::employer).orElseGet(() -> page.text("person.row.position")),
                            joined(", ", position.title().flatMap(_ -> position.employer()), position.location()),
                            dates(page, position.start(), position.end(), position.current()),
                            position.description(),
                            anchorOf(field, blocks.size())));
                }
            }
            case ProfileValue.Studies(List<Study> studies) -> {
                for (Study study : studies) {
                    String title = joined(", ", study.degree(), study.field());
                    blocks.add(new Block(
                            title.isEmpty()
                                    ? study.institution().orElseGet(() -> page.text("person.row.study"))
                                    : title,
                            title.isEmpty() ? "" : study.institution().orElse(""),
                            dates(page, study.start(), study.end(), false),
                            Optional.empty(),
                            anchorOf(field, blocks.size())));
                }
            }
            case ProfileValue.Text _, ProfileValue.Texts _ -> {}
        }
        return blocks;
    }

    /** What stands in the form of a field of one or many texts. */
    public String typed(ProfileField field) {
        return isEditing(field) && form.hasErrors()
                ? form.value("value")
                : switch (profile.value(field)) {
                    case ProfileValue.Text(String text) -> text;
                    case ProfileValue.Texts(List<String> texts) -> String.join("\n", texts);
                    case ProfileValue.Positions _, ProfileValue.Studies _ -> "";
                };
    }

    /** The rows of the form of positions or studies, and an empty one to add another. */
    public List<Map<String, String>> rows(ProfileField field) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (isEditing(field) && form.hasErrors()) {
            int count = form.all("start").size();
            for (int row = 0; row < count; row++) {
                Map<String, String> values = new HashMap<>();
                for (String name : form.values().keySet()) {
                    List<String> all = form.all(name);
                    values.put(name, row < all.size() ? all.get(row) : "");
                }
                rows.add(values);
            }
            return rows;
        }
        switch (profile.value(field)) {
            case ProfileValue.Positions(List<Position> positions) ->
                positions.forEach(position -> rows.add(Map.of(
                        "title", position.title().orElse(""),
                        "employer", position.employer().orElse(""),
                        "place", position.location().orElse(""),
                        "start", text(position.start()),
                        "end", position.current() ? "present" : text(position.end()),
                        "description", position.description().orElse(""))));
            case ProfileValue.Studies(List<Study> studies) ->
                studies.forEach(study -> rows.add(Map.of(
                        "institution", study.institution().orElse(""),
                        "degree", study.degree().orElse(""),
                        "area", study.field().orElse(""),
                        "start", text(study.start()),
                        "end", text(study.end()))));
            case ProfileValue.Text _, ProfileValue.Texts _ -> {}
        }
        rows.add(Map.of());
        return rows;
    }

    private static String text(Optional<PartialDate> date) {
        return date.map(PartialDate::toString).orElse("");
    }

    private Optional<String> anchorOf(ProfileField field, int index) {
        List<List<CandidateProfile.Evidence>> sources =
                correction(field).isPresent() ? List.of() : profile.readAtEach(field);
        return index < sources.size() ? anchor(sources.get(index)) : Optional.empty();
    }

    private Optional<String> anchor(List<CandidateProfile.Evidence> sources) {
        return marked.flatMap(resume -> resume.anchor(sources));
    }

    private static String dates(Page page, Optional<PartialDate> start, Optional<PartialDate> end, boolean current) {
        Optional<String> from = start.map(PartialDate::toString);
        Optional<String> until =
                current ? Optional.of(page.text("person.row.present")) : end.map(PartialDate::toString);
        return from.isPresent() && until.isPresent()
                ? page.text("person.row.until", from.get(), until.get())
                : from.or(() -> until).orElse("");
    }

    @SafeVarargs
    private static String joined(String separator, Optional<String>... parts) {
        return Stream.of(parts).flatMap(Optional::stream).collect(Collectors.joining(separator));
    }
}
