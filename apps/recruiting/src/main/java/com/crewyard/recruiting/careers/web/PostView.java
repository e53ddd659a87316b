package com.crewyard.recruiting.careers.web;

import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.intake.ApplyResult;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.web.CareersSite;
import com.crewyard.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One published job, or the form to apply for it.
 *
 * @param description HTML
 * @param summary plain text, for search engines and link previews
 * @param data schema.org JobPosting as JSON-LD; empty where it is not for search engines
 * @param card path of the picture that goes with a link to it
 * @param kept files of a form that was refused, by field
 */
public record PostView(
        CareersSite site,
        Job job,
        String path,
        boolean open,
        String description,
        String summary,
        String data,
        List<Question> questions,
        String card,
        Form form,
        Map<String, ApplyResult.KeptFile> kept) {

    public String applyPath() {
        return path + "/apply";
    }

    /** The name of the file that need not be chosen again; empty when there is none. */
    public String keptName(String field) {
        return Optional.ofNullable(kept.get(field))
                .map(ApplyResult.KeptFile::fileName)
                .orElse("");
    }

    public static String keptField(String field) {
        return ApplicationForm.KEPT + field;
    }

    public static String trap() {
        return ApplicationForm.TRAP;
    }
}
