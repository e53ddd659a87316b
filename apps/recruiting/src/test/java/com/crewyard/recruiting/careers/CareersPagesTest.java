package com.crewyard.recruiting.careers;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.identity.Organizations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The careers site as browsers without scripts, and other sites, meet it. */
class CareersPagesTest extends ApplicationFixture {

    private static final Pattern CARD = Pattern.compile("property=\"og:image\" content=\"([^\"]+)\"");
    private static final int MEGABYTE = 1_048_576;
    private static final byte[] RESUME = "Ana Diaz\nBaker\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Recruiting recruiting;

    @Autowired
    Organizations organizations;

    private Recruiting.Pages pages;
    private String site;
    private long job;

    @BeforeEach
    void publishAJob() {
        pages = recruiting.pages();
        site = "/careers/" + in(() -> organizations.current().slug());
        job = tree(call("POST", "/api/v1/jobs", "{\"title\": \"Baker of the night\", \"is_public\": true}"))
                .get("id")
                .asLong();
    }

    @Test
    void givesAFormWithTooLargeAFileBackWithWhatWasTyped() {
        Answer answer = apply("Ana Diaz", "ana@example.com", new byte[11 * MEGABYTE]);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("value=\"Ana Diaz\"", "value=\"ana@example.com\"", "id=\"resume-error\"")
                .contains("This file has 11.0 MB; send one of at most 10 MB.");
    }

    @Test
    void namesTheResumeWhenAFormIsTooLargeToBeReadAtAll() {
        Answer answer = apply("Ana Diaz", "ana@example.com", new byte[49 * MEGABYTE]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("id=\"resume-error\"", "Send a resume of at most 10 MB.");
    }

    @Test
    void saysThatAWithdrawnApplicationIsOpenAgain() {
        String status =
                apply("Ana Diaz", "ana@example.com", RESUME).header("Location").replace("/received", "");
        pages.get(status).mustBe(200);
        assertThat(pages.submit(status + "/withdrawal", Map.of()).text()).contains("Withdrawn");
        Answer again = apply("Ana Diaz", "ana@example.com", RESUME);
        assertThat(again.status()).isEqualTo(303);
        assertThat(pages.get(status).mustBe(200).text()).doesNotContain("Withdrawn");
        String said = again.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("crewyard_flash="))
                .findFirst()
                .orElseThrow()
                .replaceAll(";.*", "");
        Answer next = send(HttpRequest.newBuilder(URI.create(address(again.header("Location"))))
                .header("Cookie", said)
                .build());
        assertThat(next.text()).contains("which you had withdrawn, is open again");
    }

    @Test
    void answersBrowsersWithAPageWhateverTheyAskFor() {
        for (String path : new String[] {
            "/careers/nobody",
            "/careers/nobody/jobs/1/apply",
            site + "/nothing/here",
            site + "/jobs/999999999",
            site + "/jobs/0/card.png",
            site + "/logo-1",
            "/careers/nobody/sitemap.xml",
            "/careers"
        }) {
            Recruiting.Answer answer = pages.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type")).as(path).startsWith("text/html");
        }
        Answer posted = send(HttpRequest.newBuilder(URI.create(address("/careers/nobody/jobs/x/apply")))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx\r\n--b--\r\n"))
                .build());
        assertThat(posted.status()).isEqualTo(404);
        assertThat(posted.header("Content-Type")).startsWith("text/html");
        Answer withoutForm = send(HttpRequest.newBuilder(URI.create(address(site + "/jobs/" + job + "/apply")))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=x"))
                .build());
        assertThat(withoutForm.status()).isBetween(400, 499);
        assertThat(withoutForm.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void answersProgramsWithProblemDetails() {
        Answer answer = send(HttpRequest.newBuilder(URI.create(address("/careers/nobody/jobs/1/apply")))
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx\r\n--b--\r\n"))
                .build());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void hasAPictureForLinksToTheSiteAndToEachJob() throws IOException {
        String ofSite = card(site);
        String ofJob = card(site + "/jobs/" + job);
        assertThat(ofJob).isNotEqualTo(ofSite).startsWith("http://localhost");
        for (String address : new String[] {ofSite, ofJob}) {
            Answer picture = send(HttpRequest.newBuilder(URI.create(address)).build());
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.header("Content-Type")).isEqualTo("image/png");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            assertThat(image.getWidth()).isEqualTo(1_200);
            assertThat(image.getHeight()).isEqualTo(630);
            Answer again = send(HttpRequest.newBuilder(URI.create(address))
                    .header("If-None-Match", picture.header("ETag"))
                    .build());
            assertThat(again.status()).isEqualTo(304);
        }
        assertThat(pages.get(site).text()).contains("name=\"twitter:card\" content=\"summary_large_image\"");
    }

    @Test
    void takesALogoShowsItAndRemovesIt() throws IOException {
        Recruiting.Pages administrator = logIn();
        String settings = administrator.get("/settings/careers").mustBe(200).text();
        assertThat(settings).doesNotContain("Remove the logo");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        assertThat(upload(administrator, png.toByteArray()).status()).isEqualTo(303);
        assertThat(administrator.get("/settings/careers").text()).contains("Remove the logo");
        Matcher shown = Pattern.compile("src=\"(/careers/[^\"]+/logo-[0-9a-f]{64})\"")
                .matcher(pages.get(site).text());
        assertThat(shown.find()).isTrue();
        Answer logo =
                send(HttpRequest.newBuilder(URI.create(address(shown.group(1)))).build());
        assertThat(logo.header("Content-Type")).isEqualTo("image/png");
        assertThat(logo.bytes()).isEqualTo(png.toByteArray());
        administrator.submit("/settings/careers/logo/removal", Map.of()).mustBe(200);
        assertThat(pages.get(site).text()).doesNotContain("/logo-");
    }

    @Test
    void refusesWhatIsNoPictureAndNamesTheField() {
        Recruiting.Pages administrator = logIn();
        administrator.get("/settings/careers").mustBe(200);
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        for (byte[] file : new byte[][] {svg, new byte[0], new byte[2 * MEGABYTE]}) {
            Answer refused = upload(administrator, file);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("id=\"logo-error\"", "href=\"#logo\"");
        }
    }

    private String card(String path) {
        Matcher card = CARD.matcher(pages.get(path).mustBe(200).text());
        assertThat(card.find()).isTrue();
        return card.group(1).replace("&amp;", "&");
    }

    private Recruiting.Pages logIn() {
        Recruiting.Pages session = recruiting.pages();
        session.get("/login").mustBe(200);
        session.submit("/login", Map.of("email", user.email(), "password", "correct horse", "next", "/tasks"))
                .mustBe(200);
        return session;
    }

    private Answer upload(Recruiting.Pages session, byte[] file) {
        return send(form("/settings/careers/logo", Map.of("_csrf", session.formToken()), "logo", "logo.png", file)
                .header("Cookie", session.cookies())
                .build());
    }

    private Answer apply(String name, String email, byte[] resume) {
        String path = site + "/jobs/" + job + "/apply";
        pages.get(path).mustBe(200);
        Map<String, String> fields = Map.of("name", name, "email", email, "_csrf", pages.formToken());
        return send(form(path, fields, "resume", "resume.txt", resume)
                .header("Cookie", pages.cookies())
                .build());
    }

    private HttpRequest.Builder form(
            String path, Map<String, String> fields, String fileField, String fileName, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> write(
                body, "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(field, value)));
        write(
                body,
                "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                        .formatted(fileField, fileName));
        body.writeBytes(file);
        write(body, "\r\n--b--\r\n");
        return HttpRequest.newBuilder(URI.create(address(path)))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
