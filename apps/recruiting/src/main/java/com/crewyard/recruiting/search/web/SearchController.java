package com.crewyard.recruiting.search.web;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.search.SavedSearches;
import com.crewyard.recruiting.search.Search;
import com.crewyard.recruiting.search.SearchParameters;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the box that is on every page. */
@Controller("searchPage")
@RequestMapping("/search")
@ProcessRole.Only(ProcessRole.WEB)
class SearchController {

    private static final int LENGTH = 25;

    private final Search search;
    private final SavedSearches saved;

    SearchController(Search search, SavedSearches saved) {
        this.search = search;
        this.saved = saved;
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping
    View search(@RequestParam MultiValueMap<String, String> parameters, CurrentUser user) {
        // What an address says wrongly is left out, like a mistake in the box.
        SearchRequest request = SearchParameters.read(parameters, LENGTH, new Violations());
        return View.of("search/page", new SearchView(request, search.find(request), saved.of(user)));
    }
}
