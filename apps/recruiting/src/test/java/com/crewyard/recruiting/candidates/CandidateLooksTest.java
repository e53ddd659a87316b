package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.parsing.ParseOutcome;
import com.crewyard.recruiting.parsing.ResumeParser;
import com.crewyard.testing.Browser;
import com.crewyard.testing.Browser.Device;
import com.crewyard.testing.Browser.Theme;
import com.crewyard.testing.PageChecks;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages as people see them: accessible and within the window in both themes, wide and narrow. */
class CandidateLooksTest extends ApplicationFixture {

    private static final String RESUME = """
            Mara Lindqvist
            Senior vehicle mechanic
            Leeds, United Kingdom
            mara.lindqvist@example.com | +44 20 7946 0018
            https://www.linkedin.com/in/mara-lindqvist

            Summary
            Mechanic with fifteen years in independent garages, calm with customers and with old engines.

            Experience

            Workshop manager, Northgate Garage, Leeds\tMarch 2019 - present
            - Leads six mechanics and two apprentices
            - Brought hybrid and electric vehicle diagnostics into the workshop

            Vehicle mechanic, Sample Motors, York\tJanuary 2015 - February 2019
            - Brake systems, suspension, MOT preparation

            Apprentice mechanic, Harbour Autos, Hull\tSeptember 2011 - December 2014

            Education
            Diploma in Vehicle Maintenance, Leeds College\t2009 - 2011

            Skills
            Vehicle diagnostics, Brake systems, Welding, Team leadership, Customer service

            Languages
            English (native), Swedish (C1), German (B1)
            """;

    private static Browser browser;

    @Autowired
    Recruiting recruiting;

    @Autowired
    ResumeParser parser;

    @Autowired
    Candidates candidates;

    @Autowired
    Resumes resumes;

    @Autowired
    Profiles profiles;

    @Autowired
    Attachments attachments;

    @Autowired
    Notes notes;

    @Autowired
    Tags tags;

    @Autowired
    Tasks tasks;

    @Autowired
    Merges merges;

    @Autowired
    Files files;

    private CandidateId mara;
    private CandidateId duplicate;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void fill() {
        mara = in(() -> candidates.recognize(
                        Actor.candidate("Mara Lindqvist"),
                        new Applicant(
                                "Mara Lindqvist",
                                Optional.of("mara.lindqvist@example.com"),
                                Optional.of("+44 20 7946 0018"),
                                Optional.empty())))
                .candidate();
        ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) parser.extract(RESUME);
        in(() -> {
            String sha256 = files.put(RESUME.getBytes(StandardCharsets.UTF_8), "text/plain")
                    .sha256();
            ResumeId resume = resumes.addRead(Actor.candidate("Mara Lindqvist"), mara, sha256, "Lindqvist, Mara.txt");
            resumes.recordParsed(resume, parsed.text(), parsed.profile(), "test 1");
            attachments.add(
                    Actor.candidate("Mara Lindqvist"),
                    mara,
                    Optional.empty(),
                    Attachment.Kind.COVER_LETTER,
                    sha256,
                    "Letter to Northgate.pdf");
            profiles.correct(
                    currentUser(),
                    mara,
                    ProfileField.HEADLINE,
                    new ProfileValue.Text("Workshop manager, hybrid and EV"));
            List.of("Night shift", "Driving licence C", "Rehire").forEach(tag -> tags.add(actor(), mara, tag));
            notes.add(
                    currentUser(),
                    mara,
                    Optional.empty(),
                    "Called her back. @Olive Owner has met her at the fair.\n\nWants four days a week.");
            tasks.add(currentUser(), mara, task("Call the last employer", LocalDate.of(2020, 3, 1)));
            tasks.add(currentUser(), mara, task("Send the contract", LocalDate.of(2035, 3, 1)));
            tasks.complete(
                    currentUser(),
                    mara,
                    tasks.add(currentUser(), mara, task("Ask for references", LocalDate.of(2021, 3, 1)))
                            .id());
            return mara;
        });
        duplicate = in(() -> candidates.create(
                        actor(),
                        NewCandidate.named("Mara Lindquist")
                                .with(CandidateField.EMAIL, "mara.lindqvist@example.com")
                                .with(CandidateField.LOCATION, "York")
                                .with(CandidateField.CURRENT_TITLE, "Mechanic")))
                .id();
        for (String name : List.of("Tomasz Wierzbicki", "Ines Carvalho", "Jonas Bergström", "Amara Okafor")) {
            in(() -> candidates.create(
                    actor(),
                    NewCandidate.named(name)
                            .with(CandidateField.CURRENT_TITLE, "Registered nurse")
                            .with(CandidateField.CURRENT_COMPANY, "Harbour Hospital")
                            .with(CandidateField.LOCATION, "Hamburg")
                            .with(CandidateField.EXPERIENCE_YEARS, "8")));
        }
        CandidateId merged = in(() -> candidates.create(actor(), NewCandidate.named("M. Lindqvist")))
                .id();
        in(() -> merges.merge(currentUser(), mara, merged, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, DARK", "PHONE, LIGHT"})
    void everyPageIsAccessibleAndFitsTheWindow(Device device, Theme theme) {
        Page page = browser.page(device, theme);
        logIn(page);
        String candidate = "/candidates/" + mara;
        for (String[] visit : new String[][] {
            {"candidates", "/candidates"},
            {"candidates-none", "/candidates?q=nobody"},
            {"candidate-new", "/candidates/new"},
            {"candidate", candidate},
            {"candidate-activity", candidate + "/activity"},
            {"candidate-edit", candidate + "/edit"},
            {"candidate-merge", candidate + "/merge?with=" + duplicate},
            {"tasks", "/tasks"},
        }) {
            PageChecks checks = PageChecks.of(page);
            page.navigate(recruiting.address() + visit[1]);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            "target",
                            "screenshots",
                            "%s-%s-%s.png".formatted(visit[0], device, theme).toLowerCase(Locale.ROOT))));
            checks.fitsTheWidth().hasNoErrors().isAccessible();
        }
        page.context().close();
    }

    @Test
    void aFieldIsCorrectedAndItsSourceFollowed() {
        Page page = browser.page();
        logIn(page);
        PageChecks checks = PageChecks.of(page);
        page.navigate(recruiting.address() + "/candidates/" + mara);
        page.locator("#field-skills a.chip").first().click();
        assertThat(page.locator("mark:target").textContent()).isNotBlank();
        page.locator("summary[aria-label='Correct: Work']").click();
        page.locator("#field-work input[name=employer]").first().fill("Northgate Garage Group");
        checks.isAccessible().fitsTheWidth();
        page.locator("#field-work button:has-text('Save')").click();
        assertThat(page.locator("#field-work").textContent())
                .contains("Northgate Garage Group")
                .contains("Corrected by Olive Owner");
        checks.hasNoErrors();
        page.context().close();
    }

    private void logIn(Page page) {
        page.navigate(recruiting.address() + "/login?next=/candidates");
        page.fill("input[name=email]", user.email());
        page.fill("input[name=password]", "correct horse");
        page.click("main button");
        page.waitForURL("**/candidates");
    }

    private Tasks.NewTask task(String title, LocalDate due) {
        return new Tasks.NewTask(title, Optional.of(due), Optional.of(user.id()), Optional.empty());
    }
}
