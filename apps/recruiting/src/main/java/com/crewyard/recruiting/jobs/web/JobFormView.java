package com.crewyard.recruiting.jobs.web;

import com.crewyard.recruiting.jobs.Job;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import java.util.List;
import java.util.Optional;

/** @param job empty while it is being created */
public record JobFormView(Optional<Job> job, Form form, List<String> departments) {

    static JobFormView of(Optional<Job> job, Form form, List<String> departments) {
        return new JobFormView(job, form, departments);
    }

    public List<Choice> employmentTypes(Page page) {
        return JobForm.employmentTypes(form, page);
    }

    public List<Choice> remoteOptions(Page page) {
        return JobForm.remoteOptions(form, page);
    }
}
