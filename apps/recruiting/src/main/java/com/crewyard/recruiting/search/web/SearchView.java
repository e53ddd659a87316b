package com.crewyard.recruiting.search.web;

import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.SavedSearch;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchAnswer.Bucket;
import com.crewyard.recruiting.search.SearchParameters;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.web.Choice;
import com.crewyard.web.Page;
import com.crewyard.web.Tab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search and what it found.
 *
 * @param saved the reader's searches
 */
public record SearchView(SearchRequest request, SearchAnswer answer, List<SavedSearch> saved) {

    public SearchView {
        saved = List.copyOf(saved);
    }

    private static final String EVERYTHING = "";

    /** A filter that can be taken away. */
    public record Chip(String label, String without) {}

    /** A facet as it is shown. */
    public record Group(Facet facet, String label, List<Value> values) {}

    /** @param address of the same search with this value chosen, or no longer chosen */
    public record Value(String label, long count, boolean chosen, String address) {}

    public String kind() {
        return request.kinds().size() == 1 ? request.kinds().iterator().next().code() : EVERYTHING;
    }

    public List<Tab> tabs(Page page) {
        Map<String, Long> counts = new java.util.HashMap<>();
        answer.facets()
                .getOrDefault(Facet.KIND, List.of())
                .forEach(bucket -> counts.put(bucket.value(), bucket.count()));
        List<Tab> tabs = new ArrayList<>();
        tabs.add(Tab.of(EVERYTHING, page.text("search.kind.all"), address(of(Optional.empty()))));
        for (Kind kind : Kind.values()) {
            Tab tab = Tab.of(kind.code(), page.text("search.kind." + kind.code()), address(of(Optional.of(kind))));
            Long count = counts.get(kind.code());
            tabs.add(kind().isEmpty() && count != null ? tab.counted(Math.toIntExact(count)) : tab);
        }
        return tabs;
    }

    private SearchRequest of(Optional<Kind> kind) {
        SearchRequest all =
                SearchRequest.of(request.query()).with(request.filters()).by(request.order());
        SearchRequest alike = request.like().map(all::like).orElse(all);
        return kind.map(alike::only).orElse(alike);
    }

    public List<Chip> chips(Page page) {
        List<Chip> chips = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            for (String value : request.filters().getOrDefault(facet, List.of())) {
                chips.add(new Chip(
                        "%s: %s".formatted(page.text("search.facet." + facet.code()), label(page, facet, value)),
                        toggled(facet, value)));
            }
        }
        return chips;
    }

    public List<Group> groups(Page page) {
        List<Group> groups = new ArrayList<>();
        answer.facets().forEach((facet, buckets) -> {
            if (facet != Facet.KIND) {
                groups.add(new Group(
                        facet,
                        page.text("search.facet." + facet.code()),
                        buckets.stream()
                                .map(bucket -> value(page, facet, bucket))
                                .toList()));
            }
        });
        return groups;
    }

    private Value value(Page page, Facet facet, Bucket bucket) {
        boolean chosen = request.filters().getOrDefault(facet, List.of()).contains(bucket.value());
        return new Value(label(page, facet, bucket.value()), bucket.count(), chosen, toggled(facet, bucket.value()));
    }

    private static String label(Page page, Facet facet, String value) {
        String key = "search.%s.%s".formatted(facet.code(), value);
        return page.words().has(key) ? page.text(key) : value;
    }

    private String toggled(Facet facet, String value) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        filters.putAll(request.filters());
        List<String> values = new ArrayList<>(filters.getOrDefault(facet, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        if (values.isEmpty()) {
            filters.remove(facet);
        } else {
            filters.put(facet, values);
        }
        return address(request.with(filters).first(request.limit()));
    }

    public List<Choice> orders(Page page) {
        return Arrays.stream(Order.values())
                .map(order -> Choice.of(order.code(), page.text("search.order." + order.code())))
                .toList();
    }

    /** Of the page after this one, or empty. */
    public String next() {
        return answer.next()
                .map(cursor -> address(request) + "&after=" + cursor)
                .orElse("");
    }

    /** Of the first page, from later ones. */
    public String first() {
        return request.after().isPresent() ? address(request) : "";
    }

    /** Of the same words without anything that narrows them. */
    public String unfiltered() {
        return address(SearchRequest.of(request.query()));
    }

    public boolean asks() {
        return !request.query().isBlank()
                || !request.filters().isEmpty()
                || request.like().isPresent();
    }

    /** As forms carry this search. */
    public String parameters() {
        return SearchParameters.write(request);
    }

    public boolean isSaved() {
        return saved.stream().anyMatch(each -> each.parameters().equals(parameters()));
    }

    private static String address(SearchRequest request) {
        return "/search?" + SearchParameters.write(request);
    }
}
