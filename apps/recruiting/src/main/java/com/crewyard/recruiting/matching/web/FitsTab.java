package com.crewyard.recruiting.matching.web;

import com.crewyard.recruiting.candidates.CandidateTab;
import com.crewyard.recruiting.platform.ProcessRole;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Served by {@link MatchesController}. */
@Component
@Order(2)
@ProcessRole.Only(ProcessRole.WEB)
class FitsTab implements CandidateTab {

    @Override
    public String name() {
        return "fits";
    }
}
