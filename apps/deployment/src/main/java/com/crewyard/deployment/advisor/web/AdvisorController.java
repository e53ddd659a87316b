package com.crewyard.deployment.advisor.web;

import com.crewyard.deployment.advisor.Advising;
import com.crewyard.hosting.Finding;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.costs.Costs.PriceUsed;
import com.crewyard.hosting.plan.Plan;
import com.crewyard.hosting.plan.PlanJson;
import com.crewyard.hosting.plan.PlanText;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The needs stand in the address, so that a page can be kept and sent. */
@Controller
class AdvisorController {

    private static final int YEARS_FRESH = 1;

    private final Advising advising;

    AdvisorController(Advising advising) {
        this.advising = advising;
    }

    @GetMapping("/advisor")
    Reply advisor(HttpServletRequest request) {
        NeedsForm needs = NeedsForm.of(request.getParameterMap());
        View view = View.of("advisor/advisor", AdvisorView.of(needs, advising.advice(needs.needs()), query(request)));
        return needs.form().hasErrors() ? view.refused() : view;
    }

    @GetMapping("/advisor/plan")
    Reply plan(HttpServletRequest request) {
        return View.of("advisor/plan", PlanView.of(made(request), advising.specFindings(), query(request)));
    }

    @GetMapping("/advisor/files")
    Reply files(HttpServletRequest request, @RequestParam(defaultValue = "") String file) {
        List<Artifact> files = made(request).map(AdvisorController::files).orElse(List.of());
        Optional<Artifact> chosen = files.stream()
                .filter(artifact -> artifact.path().equals(file))
                .findFirst()
                .or(() -> files.stream().findFirst());
        return View.of(
                "advisor/files",
                new FilesView(
                        query(request),
                        files,
                        made(request)
                                .map(plan -> plan.phases().stream()
                                        .flatMap(phase -> phase.missing().stream())
                                        .distinct()
                                        .toList())
                                .orElse(List.of()),
                        chosen.map(Artifact::path).orElse(""),
                        chosen.map(Artifact::content).orElse(""),
                        PlanView.of(made(request), advising.specFindings(), "").missing()));
    }

    @GetMapping("/advisor/files.zip")
    ResponseEntity<byte[]> zip(HttpServletRequest request) {
        Optional<Plan> plan = made(request);
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
        Advising.Library library = advising.library();
        List<PriceUsed> prices =
                advising.advice(NeedsForm.of(request.getParameterMap()).needs()).costs().options().stream()
                        .flatMap(option -> option.prices().stream())
                        .distinct()
                        .sorted(Comparator.comparing(used -> used.price().id()))
                        .toList();
        List<SourcesView.Statement> facts = advising.market().facts().stream()
                .map(fact -> new SourcesView.Statement(
                        fact.text().replaceFirst("\\s*\\(as of .*$", "."),
                        fact.asOf().map(Object::toString).orElse("undated"),
                        fact.asOf()
                                .map(day -> day.plusYears(YEARS_FRESH).isBefore(advising.today()))
                                .orElse(true),
                        fact.sources()))
                .toList();
        return View.of(
                "advisor/sources",
                new SourcesView(
                        query(request),
                        library.documents(),
                        facts,
                        prices,
                        library.findings().stream().map(Finding::toString).toList()));
    }

    private Optional<Plan> made(HttpServletRequest request) {
        return advising.plan(NeedsForm.of(request.getParameterMap()).needs());
    }

    private static List<Artifact> files(Plan plan) {
        List<Artifact> files = new ArrayList<>();
        files.add(new Artifact("plan.md", PlanText.of(plan)));
        files.add(new Artifact("plan.json", PlanJson.of(plan)));
        plan.phases().forEach(phase -> files.addAll(phase.artifacts()));
        return List.copyOf(files);
    }

    /** Without the file that is looked at, which every link names anew. */
    private static String query(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return query.replaceAll("(?:^|&)file=[^&]*", "").replaceFirst("^&", "");
    }
}
