package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.web.Page;
import java.util.List;
import java.util.Optional;

/** @param next where older lines are */
public record AuditView(List<AuditLine> lines, Optional<Long> next) {

    /** What was done, as a word that people use. */
    public static String word(String action, Page page) {
        String key = "audit." + action;
        return page.words().has(key) ? page.text(key) : action;
    }
}
