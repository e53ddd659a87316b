package com.crewyard.deployment.approvals.web;

import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.approvals.Approval;
import java.util.List;

/**
 * What waits for approval, and where approval is needed.
 *
 * @param refused why what was sent was not done
 */
public record ApprovalsView(List<Approval> approvals, List<Scope> protections, String refused) {

    /** How a badge looks that says so. */
    public static String tone(Approval approval) {
        return switch (approval.state()) {
            case "waiting" -> "warn";
            case "rejected" -> "bad";
            default -> "good";
        };
    }
}
