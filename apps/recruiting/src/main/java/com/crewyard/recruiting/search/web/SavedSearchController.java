package com.crewyard.recruiting.search.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.search.SavedSearch;
import com.crewyard.recruiting.search.SavedSearches;
import com.crewyard.recruiting.search.SearchParameters;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.web.Flash;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps searches, from the page that shows what they find. */
@Controller
@RequestMapping("/search/saved")
@ProcessRole.Only(ProcessRole.WEB)
class SavedSearchController {

    private static final int ANY_LIMIT = 25;

    private final SavedSearches saved;
    private final Pages pages;

    SavedSearchController(SavedSearches saved, Pages pages) {
        this.saved = saved;
        this.pages = pages;
    }

    /** Shows what it finds; who is there now is news no longer. */
    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/{id}")
    Reply open(@PathVariable long id, CurrentUser user) {
        SavedSearch search = saved.required(user, id);
        saved.markSeen(user, id);
        return Redirect.to(search.path());
    }

    /** @param search as in the address of the page */
    @Requires(Permission.CANDIDATES_READ)
    @PostMapping
    Reply save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean alerts,
            CurrentUser user,
            HttpServletRequest request) {
        SearchRequest wanted = SearchParameters.read(SearchParameters.parse(search), ANY_LIMIT, new Violations());
        String back = "/search?" + SearchParameters.write(wanted);
        try {
            SavedSearch kept = saved.save(user, name, wanted, alerts);
            return Redirect.to(back).saying(Flash.success(pages.page(request).text("search.saved.done", kept.name())));
        } catch (CrewyardException e) {
            if (e.problem() != Problem.INVALID && e.problem() != Problem.INCONSISTENT) {
                throw e;
            }
            return Redirect.to(back).saying(Flash.error(e.sentence()));
        }
    }

    @Requires(Permission.CANDIDATES_READ)
    @PostMapping("/{id}/alerts")
    Reply changeAlerts(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean alerts,
            CurrentUser user,
            HttpServletRequest request) {
        SavedSearch search = saved.changeAlerts(user, id, alerts);
        String said = alerts ? "search.saved.alerts.on" : "search.saved.alerts.off";
        return Redirect.to(search.path())
                .saying(Flash.success(pages.page(request).text(said, search.name())));
    }

    @Requires(Permission.CANDIDATES_READ)
    @PostMapping("/{id}/removal")
    Reply remove(@PathVariable long id, CurrentUser user, HttpServletRequest request) {
        SavedSearch search = saved.required(user, id);
        saved.remove(user, id);
        return Redirect.to(search.path())
                .saying(Flash.success(pages.page(request).text("search.saved.removed", search.name())));
    }
}
