package com.crewyard.recruiting.careers.web;

import com.crewyard.recruiting.intake.CandidateStatus;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.web.CareersSite;
import com.crewyard.web.Form;
import java.util.Arrays;
import java.util.List;

/** How an application stands, behind its candidate's private link. */
public record StandingView(CareersSite site, CandidateStatus status, String token, Form form) {

    /** What every process means to candidates, whatever its stages are called; being sourced is none of it. */
    private static final List<StageKind> STEPS = Arrays.stream(StageKind.values())
            .filter(kind -> kind != StageKind.SOURCED)
            .toList();

    public String path() {
        return site.path() + "/status/" + token;
    }

    public String jobPath() {
        return Careers.jobPath(
                status.organization().slug(),
                status.job().id().value(),
                status.job().title());
    }

    public List<StageKind> steps() {
        return STEPS;
    }

    /** Which step it is at, from 0. */
    public int reached() {
        return Math.max(0, STEPS.indexOf(status.stage()));
    }
}
