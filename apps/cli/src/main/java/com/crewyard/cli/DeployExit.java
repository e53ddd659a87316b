package com.crewyard.cli;

import com.crewyard.deployment.catalog.RefusedException;
import java.io.PrintWriter;

/** The exit codes of the deployment engine's commands. */
final class DeployExit {

    static final int LIVE = 0;
    static final int INPUT = 2;
    static final int ROLLED_BACK = 3;
    static final int NOT_NOW = 4;

    /** For every command's page. */
    static final String CODES = "Exit codes: 0 done, 2 bad input, 3 rolled back, 4 not now, 1 anything else.";

    private DeployExit() {}

    static int refused(RefusedException refusal, PrintWriter errors) {
        errors.println(refusal.sentence());
        refusal.details().forEach(errors::println);
        errors.flush();
        return switch (refusal.reason()) {
            case INPUT, NOT_FOUND -> INPUT;
            case NOT_NOW -> NOT_NOW;
        };
    }
}
