package com.crewyard.recruiting.careers.web;

import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.files.StoredFile;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobBoard;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Markdown;
import com.crewyard.web.Pages;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organization's published jobs, for people and for search engines. */
@Anyone
@Controller
@RequestMapping("/careers/{slug}")
@ProcessRole.Only(ProcessRole.WEB)
class CareersController {

    private static final int PAGE_SIZE = 50;
    /** Of one sitemap (sitemaps.org protocol). */
    private static final int MOST_ADDRESSES = 50_000;

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/webp", "image/svg+xml");

    private final Careers careers;
    private final JobBoard board;
    private final Files files;
    private final Pages pages;

    CareersController(Careers careers, JobBoard board, Files files, Pages pages) {
        this.careers = careers;
        this.board = board;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping
    Reply list(
            @PathVariable String slug,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> department,
            @RequestParam Optional<String> location,
            @RequestParam Optional<String> remote,
            @RequestParam Optional<String> type,
            @RequestParam(defaultValue = "1") int page) {
        JobBoard.Query query =
                new JobBoard.Query(stated(q), stated(department), stated(location), stated(remote), stated(type));
        int number = Math.clamp(page, 1, 1_000);
        return careers.in(slug, organization -> {
            JobBoard.Results results = board.search(query, (number - 1) * PAGE_SIZE, PAGE_SIZE);
            return View.of(
                    "careers/board",
                    new BoardView(
                            Careers.site(organization),
                            slug,
                            Markdown.html(organization.about()),
                            Cards.path(organization),
                            query,
                            results,
                            number,
                            PAGE_SIZE));
        });
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> sitemap(@PathVariable String slug, HttpServletRequest request) {
        return careers.in(slug, organization -> {
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                    .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
            String origin = pages.page(request).absolute("");
            append(xml, origin + Careers.path(slug), Optional.empty());
            for (Job job : board.search(JobBoard.Query.EVERYTHING, 0, MOST_ADDRESSES - 1)
                    .jobs()) {
                append(xml, origin + Careers.jobPath(slug, job.id().value(), job.title()), Optional.of(job));
            }
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                    .body(xml.append("</urlset>\n").toString());
        });
    }

    @GetMapping("/logo-{sha256:[0-9a-f]{64}}")
    ResponseEntity<byte[]> logo(@PathVariable String slug, @PathVariable String sha256) {
        return careers.in(slug, organization -> picture(organization, sha256));
    }

    private ResponseEntity<byte[]> picture(Organization organization, String sha256) {
        Optional<StoredFile> logo = organization.logo().filter(sha256::equals).flatMap(files::find);
        return logo.filter(file -> PICTURES.contains(file.mediaType()))
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                        .body(files.read(sha256)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static void append(StringBuilder xml, String address, Optional<Job> job) {
        xml.append("<url><loc>").append(address).append("</loc>");
        job.ifPresent(
                changed -> xml.append("<lastmod>").append(changed.updatedAt()).append("</lastmod>"));
        xml.append("</url>\n");
    }

    private static Optional<String> stated(Optional<String> parameter) {
        return parameter.map(String::strip).filter(value -> !value.isEmpty());
    }
}
