package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.AuditLine;
import java.util.List;
import java.util.Optional;

/** @param next where older lines are */
public record AuditView(List<AuditLine> lines, Optional<Long> next) {

    /** What was done, as a word that people use. */
    public static String word(String action) {
        return switch (action) {
            case "deploy" -> "began a deployment";
            case "rollback" -> "went back";
            case "pause" -> "paused";
            case "resume" -> "let go on";
            case "abort" -> "took back";
            case "promote" -> "promoted";
            case "destroy" -> "ended the environment";
            case "run" -> "ran a command";
            case "pipelines" -> "made pipelines known";
            case "pipeline-run" -> "ran a pipeline";
            case "pipeline-approve" -> "approved";
            case "pipeline-reject" -> "rejected";
            case "pipeline-cancel" -> "cancelled a run";
            default -> action;
        };
    }
}
