package com.crewyard.recruiting.intake.internal;

import com.crewyard.kernel.FieldError;
import com.crewyard.recruiting.candidates.FileNames;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.files.StoredFile;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.intake.ApplyResult.KeptFile;
import com.crewyard.recruiting.intake.Upload;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.parsing.ResumeFormat;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The files of a form: sent with it, or kept from an earlier attempt. */
@Component
public class IncomingFiles {

    private final Files files;
    private final KeptUploads kept;

    IncomingFiles(Files files, KeptUploads kept) {
        this.files = files;
        this.kept = kept;
    }

    /** A file on its way in. */
    sealed interface Incoming {
        record Sent(String fileName, byte[] bytes, String mediaType) implements Incoming {}

        record Kept(String token, StoredUpload upload) implements Incoming {}
    }

    /** Judged by content, by field; nothing is stored yet. */
    public record Checked(Map<String, Incoming> incoming, List<FieldError> errors) {

        boolean has(String field) {
            return incoming.containsKey(field);
        }

        boolean isRefused(String field) {
            return errors.stream().anyMatch(error -> error.field().equals(field));
        }
    }

    record StoredUpload(String sha256, String fileName) {}

    /** Stored for good, by field. */
    public record Stored(Map<String, StoredUpload> uploads, List<String> usedTokens) {

        Optional<StoredUpload> find(String field) {
            return Optional.ofNullable(uploads.get(field));
        }

        StoredUpload resume() {
            return find(ApplicationForm.RESUME).orElseThrow();
        }

        List<StoredUpload> answers() {
            return uploads.entrySet().stream()
                    .filter(upload -> !upload.getKey().equals(ApplicationForm.RESUME))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    public Checked check(ApplicationForm form, List<Question> questions) {
        Map<String, Incoming> incoming = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        Stream<String> fields = Stream.concat(
                Stream.of(ApplicationForm.RESUME),
                questions.stream()
                        .filter(question -> question.kind() == QuestionKind.FILE)
                        .map(Question::field));
        fields.forEach(field -> form.file(field)
                .ifPresentOrElse(
                        upload -> check(field, upload, incoming, errors),
                        () -> Optional.ofNullable(form.kept().get(field))
                                .flatMap(token -> kept.find(token).map(found -> new Incoming.Kept(token, found)))
                                .ifPresent(found -> incoming.put(field, found))));
        return new Checked(Map.copyOf(incoming), List.copyOf(errors));
    }

    private static void check(String field, Upload upload, Map<String, Incoming> incoming, List<FieldError> errors) {
        if (upload.isTooLarge()) {
            errors.add(new FieldError(
                    field, "This file has %.1f MB; send one of at most 10 MB.".formatted(upload.size() / 1_048_576.0)));
            return;
        }
        switch (ResumeFormat.detect(upload.bytes())) {
            case Detection.Refused refused -> errors.add(new FieldError(field, refused.sentence() + "."));
            case Detection.Recognised(ResumeFormat format) ->
                incoming.put(
                        field,
                        new Incoming.Sent(FileNames.clean(upload.fileName()), upload.bytes(), format.mediaType()));
        }
    }

    public Stored store(Checked checked) {
        Map<String, StoredUpload> uploads = new HashMap<>();
        List<String> tokens = new ArrayList<>();
        checked.incoming().forEach((field, incoming) -> {
            switch (incoming) {
                case Incoming.Sent sent -> uploads.put(field, store(sent));
                case Incoming.Kept(String token, StoredUpload upload) -> {
                    uploads.put(field, upload);
                    tokens.add(token);
                }
            }
        });
        return new Stored(Map.copyOf(uploads), List.copyOf(tokens));
    }

    /** Keeps what is good of a refused form for its next attempt. */
    public Map<String, KeptFile> keep(Checked checked) {
        Map<String, KeptFile> keptFiles = new HashMap<>();
        checked.incoming()
                .forEach((field, incoming) -> keptFiles.put(
                        field,
                        switch (incoming) {
                            case Incoming.Kept(String token, StoredUpload upload) ->
                                new KeptFile(token, upload.fileName());
                            case Incoming.Sent sent -> new KeptFile(kept.keep(store(sent)), sent.fileName());
                        }));
        return Map.copyOf(keptFiles);
    }

    private StoredUpload store(Incoming.Sent sent) {
        StoredFile file = files.put(sent.bytes(), sent.mediaType());
        return new StoredUpload(file.sha256(), sent.fileName());
    }
}
