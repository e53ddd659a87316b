package com.crewyard.recruiting.search.api;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.Search;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchAnswer.Bucket;
import com.crewyard.recruiting.search.SearchParameters;
import com.crewyard.recruiting.search.SearchRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController("searchApi")
@RequestMapping("/api/v1/search")
@ProcessRole.Only(ProcessRole.API)
class SearchController {

    private static final int USUAL_LIMIT = 20;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** @param html the passage, escaped, with the words in {@code mark} elements */
    record Highlight(String text, String html) {}

    record Item(
            String kind,
            long id,
            String name,
            String detail,
            String location,
            double score,
            List<Highlight> highlights) {}

    /** @param exact whether total is all of them; else there are more */
    record Total(long value, boolean exact) {}

    record Remark(String code, List<String> values, String sentence) {}

    record Results(
            List<Item> items,
            Total total,
            Map<String, List<Bucket>> facets,
            List<Remark> notes,
            @Nullable String next) {}

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping
    @Operation(
            summary = "Find candidates and jobs",
            description =
                    "q: the query; kind: candidate or job; sort: relevance, name, name_descending, newest, oldest,"
                            + " changed, years, years_ascending, salary, salary_ascending; limit: 1 to 100; after: next of the"
                            + " answer before; like: candidate-12 or job-5; facets: false to leave out the counts; skill, title,"
                            + " location, stage, tag, language, years, pool, status, department, remote: values that narrow, each"
                            + " may come several times.")
    Results find(@Parameter(description = "See above") @RequestParam MultiValueMap<String, String> parameters) {
        Violations violations = new Violations();
        SearchRequest request = SearchParameters.read(parameters, USUAL_LIMIT, violations);
        violations.throwIfAny();
        SearchAnswer answer = search.find(request);
        Map<String, List<Bucket>> facets = new LinkedHashMap<>();
        answer.facets().forEach((facet, buckets) -> facets.put(facet.code(), buckets));
        return new Results(
                answer.hits().stream().map(SearchController::item).toList(),
                new Total(answer.total(), answer.exact()),
                facets,
                answer.notes().stream().map(SearchController::remark).toList(),
                answer.next().orElse(null));
    }

    private static Item item(SearchAnswer.Hit hit) {
        return new Item(
                hit.key().kind().code(),
                hit.key().id(),
                hit.name(),
                hit.detail(),
                hit.location(),
                hit.score(),
                hit.passages().stream()
                        .map(passage -> new Highlight(passage.text(), html(passage)))
                        .toList());
    }

    private static Remark remark(Note note) {
        return new Remark(note.code().code(), note.values(), note.sentence());
    }

    private static String html(SearchAnswer.Passage passage) {
        StringBuilder html = new StringBuilder();
        for (SearchAnswer.Part part : passage.parts()) {
            String text = HtmlUtils.htmlEscape(part.text(), "UTF-8");
            html.append(part.marked() ? "<mark>" + text + "</mark>" : text);
        }
        return html.toString();
    }
}
