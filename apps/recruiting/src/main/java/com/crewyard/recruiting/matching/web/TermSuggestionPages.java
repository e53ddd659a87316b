package com.crewyard.recruiting.matching.web;

import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.matching.TermSuggestions;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the form of a job proposes while somebody writes. */
@Controller
@ProcessRole.Only(ProcessRole.WEB)
class TermSuggestionPages {

    private static final int SKILLS = 16;
    private static final int TITLES = 4;

    private final TermSuggestions suggestions;

    TermSuggestionPages(TermSuggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/matching/skills")
    Reply skills(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String description) {
        return View.of("matching/skills", suggestions.skills(title + "\n" + description, SKILLS));
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/matching/titles")
    Reply titles(@RequestParam(defaultValue = "") String title) {
        return View.of("matching/titles", suggestions.titles(title, TITLES));
    }
}
