package com.crewyard.deployment.advisor.web;

import com.crewyard.deployment.access.Anyone;
import com.crewyard.deployment.advisor.Advising;
import com.crewyard.deployment.advisor.Advising.Library;
import com.crewyard.deployment.advisor.Uploaded;
import com.crewyard.deployment.advisor.Uploads;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.hosting.Finding;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.costs.Costs.PriceUsed;
import com.crewyard.hosting.plan.Plan;
import com.crewyard.hosting.plan.PlanJson;
import com.crewyard.hosting.plan.PlanText;
import com.crewyard.web.Page;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The needs stand in the address, and so does the key of the documents that were brought along: a page can be kept and sent. */
@Anyone
@Controller
class AdvisorController {

    private static final int YEARS_FRESH = 1;

    /** The parameter with the key of the documents that were brought along. */
    private static final String RESEARCH = "research";

    private final Advising advising;
    private final Uploads uploads;
    private final Pages pages;

    AdvisorController(Advising advising, Uploads uploads, Pages pages) {
        this.advising = advising;
        this.uploads = uploads;
        this.pages = pages;
    }

    @GetMapping("/advisor")
    Reply advisor(HttpServletRequest request) {
        Asked asked = Asked.of(request.getParameterMap());
        boolean forgotten = !asked.value(RESEARCH).isEmpty()
                && uploads.read(asked.value(RESEARCH)).isEmpty();
        Page page = pages.page(request);
        return forgotten
                ? advice(asked.without(RESEARCH), page.text("advisor.documents.forgotten"), page)
                : advice(asked, "", page);
    }

    /** Beside those that are read already. */
    @PostMapping("/advisor/documents")
    Reply documents(HttpServletRequest request, @RequestParam(defaultValue = "") List<MultipartFile> documents)
            throws IOException {
        Asked asked = Asked.of(request.getParameterMap());
        try {
            List<Uploaded> sent = new ArrayList<>();
            for (MultipartFile file : documents) {
                if (!file.isEmpty()) {
                    sent.add(Uploaded.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()));
                }
            }
            return Redirect.to("/advisor?"
                    + asked.with(RESEARCH, uploads.add(asked.value(RESEARCH), sent))
                            .query());
        } catch (RefusedException e) {
            return advice(asked, e.sentence(), pages.page(request));
        }
    }

    @GetMapping("/advisor/plan")
    Reply plan(HttpServletRequest request) {
        Asked asked = Asked.of(request.getParameterMap());
        return View.of(
                "advisor/plan", PlanView.of(made(asked), advising.specFindings(), asked.query(), pages.page(request)));
    }

    @GetMapping("/advisor/files")
    Reply files(HttpServletRequest request, @RequestParam(defaultValue = "") String file) {
        Asked asked = Asked.of(request.getParameterMap());
        Optional<Plan> plan = made(asked);
        List<Artifact> files = plan.map(AdvisorController::files).orElse(List.of());
        Optional<Artifact> chosen = files.stream()
                .filter(artifact -> artifact.path().equals(file))
                .findFirst()
                .or(() -> files.stream().findFirst());
        return View.of(
                "advisor/files",
                new FilesView(
                        asked.query(),
                        files,
                        plan.map(made -> made.phases().stream()
                                        .flatMap(phase -> phase.missing().stream())
                                        .distinct()
                                        .toList())
                                .orElse(List.of()),
                        chosen.map(Artifact::path).orElse(""),
                        chosen.map(Artifact::content).orElse(""),
                        PlanView.of(plan, advising.specFindings(), "", pages.page(request))
                                .missing()));
    }

    @GetMapping("/advisor/files.zip")
    ResponseEntity<byte[]> zip(HttpServletRequest request) {
        Optional<Plan> plan = made(Asked.of(request.getParameterMap()));
        if (plan.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(plan.get().app() + "-plan.zip")
                                .build()
                                .toString())
                .contentType(MediaType.valueOf("application/zip"))
                .body(ZippedFiles.of(files(plan.get())));
    }

    @GetMapping("/advisor/sources")
    Reply sources(HttpServletRequest request) {
        Asked asked = Asked.of(request.getParameterMap());
        Library library = advising.library(brought(asked));
        List<PriceUsed> prices = advising.advice(NeedsForm.of(asked).needs(), library).costs().options().stream()
                .flatMap(option -> option.prices().stream())
                .distinct()
                .sorted(Comparator.comparing(used -> used.price().id()))
                .toList();
        Page page = pages.page(request);
        List<SourcesView.Statement> facts = advising.market().facts().stream()
                .map(fact -> new SourcesView.Statement(
                        fact.text().replaceFirst("\\s*\\(as of .*$", "."),
                        fact.asOf().map(Object::toString).orElse(page.text("advisor.sources.undated")),
                        fact.asOf()
                                .map(day -> day.plusYears(YEARS_FRESH).isBefore(advising.today()))
                                .orElse(true),
                        fact.sources()))
                .toList();
        return View.of(
                "advisor/sources",
                new SourcesView(asked.query(), library.documents(), facts, prices, said(library.findings())));
    }

    private Reply advice(Asked asked, String refused, Page page) {
        NeedsForm needs = NeedsForm.of(asked);
        Library library = advising.library(brought(asked));
        View view = View.of(
                "advisor/advisor",
                AdvisorView.of(
                        needs,
                        advising.advice(needs.needs(), library),
                        asked.query(),
                        new AdvisorView.Documents(
                                asked.value(RESEARCH),
                                asked.without(RESEARCH).query(),
                                library.own(),
                                refused,
                                said(library.findings())),
                        page));
        return needs.form().hasErrors() || !refused.isEmpty() ? view.refused() : view;
    }

    private List<Uploaded> brought(Asked asked) {
        return uploads.read(asked.value(RESEARCH)).orElse(List.of());
    }

    private Optional<Plan> made(Asked asked) {
        return advising.plan(NeedsForm.of(asked).needs(), advising.library(brought(asked)));
    }

    private static List<String> said(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private static List<Artifact> files(Plan plan) {
        List<Artifact> files = new ArrayList<>();
        files.add(new Artifact("plan.md", PlanText.of(plan)));
        files.add(new Artifact("plan.json", PlanJson.of(plan)));
        plan.phases().forEach(phase -> files.addAll(phase.artifacts()));
        return List.copyOf(files);
    }
}
