package com.crewyard.deployment.console;

import com.crewyard.deployment.plans.Plan;
import com.crewyard.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * A release that is asked for, and its plan once it can be made.
 *
 * @param problem why it cannot be done, in one sentence; empty when it can
 * @param details more lines of it, such as every finding in an app spec
 */
public record DeployView(Form form, Optional<Plan> plan, String problem, List<String> details) {

    /** How a difference looks. */
    public static String shortened(String value) {
        String plain = value.startsWith("sha256:") ? value.substring(0, 19) : value;
        return plain.length() > 120 ? plain.substring(0, 120) + "…" : plain;
    }

    public boolean refused() {
        return !problem.isEmpty();
    }
}
