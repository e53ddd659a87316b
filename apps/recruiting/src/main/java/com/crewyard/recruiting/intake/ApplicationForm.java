package com.crewyard.recruiting.intake;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A filled-in application form, unchecked.
 *
 * @param answers by field, {@code answers[12]}
 * @param files by field, {@code resume} or {@code answers[12]}
 * @param kept tokens of files that an earlier, refused submission left with us, by field
 * @param trap what stands in the field that people do not see
 */
public record ApplicationForm(
        OrganizationId organization,
        JobId job,
        String name,
        String email,
        String phone,
        String linkedinUrl,
        String coverLetter,
        Map<String, List<String>> answers,
        Map<String, Upload> files,
        Map<String, String> kept,
        String trap,
        String source) {

    public static final String RESUME = "resume";
    /** The name of the field that only programs fill in. */
    public static final String TRAP = "homepage_confirm";
    /** Before a field's name: carries the token of its kept file. */
    public static final String KEPT = "kept_";
    /** Where an application comes from unless it says otherwise. */
    public static final String CAREERS = "careers";

    public ApplicationForm {
        answers = Map.copyOf(answers);
        files = Map.copyOf(files);
        kept = Map.copyOf(kept);
    }

    /** The least that an application has. */
    public static ApplicationForm of(OrganizationId organization, JobId job, String name, String email, Upload resume) {
        return new ApplicationForm(
                organization, job, name, email, "", "", "", Map.of(), Map.of(RESUME, resume), Map.of(), "", CAREERS);
    }

    /** The file sent in a field; empty when none was chosen. */
    public Optional<Upload> file(String field) {
        return Optional.ofNullable(files.get(field)).filter(upload -> upload.size() > 0);
    }
}
