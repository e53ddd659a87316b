package com.crewyard.recruiting.jobs.web;

import com.crewyard.recruiting.jobs.Job;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import java.util.List;
import java.util.Optional;

/** @param job empty while it is being created */
public record JobFormView(
        Optional<Job> job,
        Form form,
        List<Choice> employmentTypes,
        List<Choice> remoteOptions,
        List<String> departments) {

    static JobFormView of(Optional<Job> job, Form form, List<String> departments) {
        return new JobFormView(job, form, JobForm.employmentTypes(form), JobForm.remoteOptions(form), departments);
    }
}
