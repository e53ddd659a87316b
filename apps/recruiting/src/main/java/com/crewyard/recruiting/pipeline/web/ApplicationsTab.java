package com.crewyard.recruiting.pipeline.web;

import com.crewyard.recruiting.candidates.CandidateTab;
import com.crewyard.recruiting.platform.ProcessRole;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Served by {@link CandidateApplicationsController}. */
@Component
@Order(1)
@ProcessRole.Only(ProcessRole.WEB)
class ApplicationsTab implements CandidateTab {

    @Override
    public String name() {
        return "applications";
    }
}
