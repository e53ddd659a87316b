package com.crewyard.recruiting.intake.internal;

import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.candidates.Applicant;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Identifier;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.jobs.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form's fields as they are stored, or what is wrong with them.
 *
 * @param answers in the order of the questions; those not given are left out
 */
public record CheckedForm(
        Applicant applicant, Optional<String> coverLetter, List<GivenAnswer> answers, List<FieldError> errors) {

    private static final int LONGEST_LETTER = 20_000;

    public static CheckedForm of(ApplicationForm form, List<Question> questions, IncomingFiles.Checked files) {
        Violations violations = new Violations();
        String name = oneLine(form.name());
        violations.require(!name.isEmpty(), "name", "Tell us your name.");
        requireLength(violations, "name", name, CandidateField.FULL_NAME.longest());
        String email = oneLine(form.email());
        violations.require(
                Identifier.email(email).isPresent() && email.length() <= CandidateField.EMAIL.longest(),
                "email",
                email.isEmpty()
                        ? "Tell us your email address, so that we can answer."
                        : "\"%s\" is not an email address like name@example.com.".formatted(email));
        String phone = oneLine(form.phone());
        requireLength(violations, "phone", phone, CandidateField.PHONE.longest());
        String letter = printable(form.coverLetter()).strip();
        requireLength(violations, "cover_letter", letter, LONGEST_LETTER);
        violations.require(
                form.trap().isBlank(),
                ApplicationForm.TRAP,
                "Leave this field empty; it is there to tell programs from people.");
        files.errors().forEach(error -> violations.add(error.field(), error.message()));
        violations.require(
                files.has(ApplicationForm.RESUME) || files.isRefused(ApplicationForm.RESUME),
                ApplicationForm.RESUME,
                "Choose your resume: a PDF, Word, OpenDocument, RTF, HTML or text file of at most 10 MB.");
        List<GivenAnswer> answers = new ArrayList<>();
        questions.forEach(
                question -> GivenAnswer.read(question, form, files, violations).ifPresent(answers::add));
        return new CheckedForm(
                new Applicant(name, given(email), given(phone), given(oneLine(form.linkedinUrl()))),
                given(letter),
                List.copyOf(answers),
                violations.errors());
    }

    private static void requireLength(Violations violations, String field, String value, int longest) {
        violations.require(
                value.length() <= longest,
                field,
                "This has %,d characters; at most %,d are kept.".formatted(value.length(), longest));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static String oneLine(String text) {
        return printable(text).replaceAll("\\s+", " ").strip();
    }

    /** PostgreSQL keeps every character but NUL. */
    static String printable(String text) {
        return text.replace("\0", "");
    }
}
