package com.crewyard.deployment.advisor;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Advisor;
import com.crewyard.hosting.advice.Market;
import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.plan.Plan;
import com.crewyard.hosting.plan.Planner;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Advice and plans from the documents and the app spec that the console was started with, read anew each time. */
@Service
@EnableConfigurationProperties(AdvisorSettings.class)
public class Advising {

    /** How findings name what was typed. */
    public static final String NEEDS = "needs";

    private final AdvisorSettings settings;
    private final PriceBook prices = PriceBook.shipped();
    private final ResearchDocument market = Market.shipped();
    private final Clock clock;

    Advising(AdvisorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The documents with what is wrong with them.
     *
     * @param uploaded how many of them, at the end, somebody brought along
     */
    public record Library(List<ResearchDocument> documents, int uploaded, List<Finding> findings) {

        public List<ResearchDocument> own() {
            return documents.subList(documents.size() - uploaded, documents.size());
        }
    }

    /** The documents of the console and those brought along; what ships with Crewyard where there are none. */
    public Library library(List<Uploaded> uploads) {
        List<ResearchDocument> documents = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path path : settings.documents()) {
            add(ResearchReader.read(path.toString(), text(path)), documents, findings);
        }
        for (Uploaded upload : uploads) {
            add(ResearchReader.read(upload.name(), upload.text()), documents, findings);
        }
        if (documents.isEmpty()) {
            documents.add(Market.categories());
        }
        return new Library(List.copyOf(documents), uploads.size(), List.copyOf(findings));
    }

    public Advice advice(Needs needs, Library library) {
        return new Advisor(prices, List.of(market), today()).advise(library.documents(), needs, NEEDS);
    }

    /** Empty when the console was started without a usable app spec; {@link #specFindings} tells why. */
    public Optional<Plan> plan(Needs needs, Library library) {
        return spec().filter(AppSpecReader.Reading::usable)
                .map(AppSpecReader.Reading::spec)
                .map(app -> new Planner(advice(needs, library), needs, app, prices).plan());
    }

    public List<Finding> specFindings() {
        return spec().map(AppSpecReader.Reading::findings).orElse(List.of());
    }

    /** The dated facts that hold beside whatever the documents say. */
    public ResearchDocument market() {
        return market;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void add(ResearchReader.Reading reading, List<ResearchDocument> documents, List<Finding> findings) {
        documents.add(reading.document());
        findings.addAll(reading.findings());
    }

    private Optional<AppSpecReader.Reading> spec() {
        return settings.spec().map(path -> AppSpecReader.read(path.toString(), text(path)));
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(path), e);
        }
    }
}
