package com.crewyard.recruiting.candidates;

import com.crewyard.web.Page;
import com.crewyard.web.Tab;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands around every tab of a candidate's page. Another module's tab renders {@code candidates/frame} with it.
 *
 * @param merges that can be undone, latest first
 * @param lastActivity when something last happened to the candidate
 * @param tabs names of those of other modules, between profile and activity
 * @param today in the organization's time zone
 */
public record CandidateFrame(
        Candidate candidate,
        List<String> tags,
        List<Duplicate> duplicates,
        List<Merge> merges,
        List<CandidateTask> tasks,
        Optional<Instant> lastActivity,
        List<String> tabs,
        LocalDate today) {

    public CandidateFrame {
        tags = List.copyOf(tags);
        duplicates = List.copyOf(duplicates);
        merges = List.copyOf(merges);
        tasks = List.copyOf(tasks);
        tabs = List.copyOf(tabs);
    }

    /** Address of the candidate's page. */
    public String path() {
        return "/candidates/" + candidate.id();
    }

    /** Every tab of the page. */
    public List<Tab> allTabs(Page page) {
        Stream<Tab> others = Stream.concat(tabs.stream(), Stream.of("activity"))
                .map(name -> Tab.of(name, page.text("person.tab." + name), path() + "/" + name));
        return Stream.concat(Stream.of(Tab.of("profile", page.text("person.tab.profile"), path())), others)
                .toList();
    }

    /** An address that a page may link to; records hold addresses as people typed them. */
    public static String link(String address) {
        return address.matches("(?i)https?://.*") ? address : "https://" + address;
    }
}
