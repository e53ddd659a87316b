package com.crewyard.recruiting.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.crewyard.recruiting.parsing.ParseOutcome.Hostile;
import com.crewyard.recruiting.parsing.ParseOutcome.Parsed;
import com.crewyard.recruiting.parsing.ParseOutcome.TimedOut;
import com.crewyard.recruiting.parsing.ParseOutcome.Unreadable;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send costs them their file and nobody else anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class HostileFilesTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final ParsingSettings SETTINGS =
            new ParsingSettings(2, Duration.ofSeconds(5), 256, 200, Duration.ofSeconds(60), false);

    private final ResumeParser parser = new ResumeParser(SETTINGS, Clock.systemUTC(), TAXONOMY);
    private byte[] honest = new byte[0];

    @BeforeAll
    void honestFile() {
        honest = SampleFiles.docx(SampleResume.of(3));
    }

    @AfterAll
    void close() {
        parser.close();
    }

    @Test
    void refusesAZipBomb() {
        byte[] bomb = SampleFiles.docxOf(new byte[60 * 1024 * 1024]);
        assertThat(parser.parse(bomb)).isInstanceOf(Hostile.class);
        assertHonestFilesParse();
    }

    @Test
    void refusesDeepNesting() {
        String deep = "<w:sdt><w:sdtContent>".repeat(50_000) + "</w:sdtContent></w:sdt>".repeat(50_000);
        assertThat(parser.parse(SampleFiles.docx(deep))).isNotInstanceOf(Parsed.class);
        String html = "<html><body>" + "<div>".repeat(100_000) + "Jane</body></html>";
        assertThat(parser.parse(SampleFiles.bytes(html))).isInstanceOf(Hostile.class);
        String rtf = "{\\rtf1 " + "{".repeat(500_000) + "x" + "}".repeat(500_000) + "}";
        assertThat(parser.parse(SampleFiles.bytes(rtf))).isNotNull();
        assertHonestFilesParse();
    }

    @Test
    void readsTheFirstFiftyPagesOfManyAndSaysSo() throws IOException {
        ParseOutcome outcome = parser.parse(pdf(3_000, false));
        assertThat(outcome).isInstanceOfSatisfying(Parsed.class, parsed -> {
            assertThat(parsed.text().pages()).hasSize(ResumeText.MAX_PAGES);
            assertThat(parsed.text().notes()).containsExactly("Only the first 50 of 3000 pages were read");
        });
    }

    @Test
    void doesNotRunTheScriptsOfAPdf() throws IOException {
        assertThat(parser.parse(pdf(1, true))).isInstanceOf(Parsed.class);
    }

    @Test
    void aPdfThatExpandsWithoutEndCostsOnlyItself() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                byte[] blanks = "q Q ".repeat(250_000).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 400; i++) {
                    content.appendRawCommands(new String(blanks, StandardCharsets.US_ASCII));
                }
            }
            document.save(bytes);
        }
        assertThat(parser.parse(bytes.toByteArray())).isInstanceOfAny(Hostile.class, TimedOut.class, Unreadable.class);
        assertHonestFilesParse();
    }

    @Test
    void aTruncatedFileIsUnreadableOrReadAsFarAsItGoes() {
        for (byte[] whole : SampleFiles.all(SampleResume.of(5)).values()) {
            for (int part = 1; part < 4; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 4);
                assertThat(parser.parse(cut)).isInstanceOfAny(Parsed.class, Unreadable.class);
            }
        }
    }

    @Test
    void readsTheBeginningOfTenMegabytesOfText() {
        String line = "Worked at Acme from Jan 2019 to March 2020, mail a@b.example, +49 30 901820 and so on.\n";
        String text = line.repeat(ResumeFormat.MAX_BYTES / line.length());
        long started = System.nanoTime();
        assertThat(parser.parse(SampleFiles.bytes(text)))
                .isInstanceOfSatisfying(
                        Parsed.class,
                        parsed -> assertThat(parsed.text().text()).hasSizeLessThanOrEqualTo(ResumeText.MAX_CHARACTERS));
        assertThat(parser.parse(SampleFiles.bytes("a".repeat(5_000_000)))).isInstanceOf(Parsed.class);
        assertThat(parser.parse(SampleFiles.bytes("a, 2019 - ".repeat(500_000))))
                .isInstanceOf(Parsed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(45));
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThat(parser.parse(new byte[ResumeFormat.MAX_BYTES + 1])).isInstanceOf(Unreadable.class);
    }

    @Test
    void aScanIsUnreadable() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        assertThat(parser.parse(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.reason()).contains("looks like a scan"));
    }

    @Test
    void noiseIsNeverMoreThanUnreadable() {
        Random random = new Random(42);
        List<byte[]> samples = List.copyOf(SampleFiles.all(SampleResume.of(6)).values());
        for (int i = 0; i < 150; i++) {
            byte[] file = samples.get(i % samples.size()).clone();
            for (int j = 0; j < 1 + random.nextInt(60); j++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            assertThat(parser.parse(file)).isInstanceOfAny(Parsed.class, Unreadable.class, Hostile.class);
        }
        byte[] noise = new byte[20_000];
        for (String start : List.of("%PDF-1.7\n", "PK\u0003\u0004", "{\\rtf1 ", "<html>", "")) {
            random.nextBytes(noise);
            byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(head, 0, noise, 0, head.length);
            assertThat(parser.parse(noise)).isNotNull();
        }
        assertHonestFilesParse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt", "html", "docx-template"})
    void opensNoConnection(String kind) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        server.accept().close();
                        connections.incrementAndGet();
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            parser.parse(calling(kind, url));
            assertThat(connections).hasValue(0);
            // The server would have noticed.
            new Socket(server.getInetAddress(), server.getLocalPort()).close();
            await().atMost(10, TimeUnit.SECONDS).untilAtomic(connections, equalTo(1));
        }
    }

    private static byte[] calling(String kind, String url) {
        String docType = "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + url + "\"><!ENTITY % p SYSTEM \"" + url + "\"> %p;]>";
        return switch (kind) {
            case "docx" ->
                SampleFiles.docxOf(
                        SampleFiles.bytes(
                                "<?xml version=\"1.0\"?>" + docType
                                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Jane &x; Doe</w:t></w:r></w:p></w:body></w:document>"));
            case "docx-template" ->
                SampleFiles.docx(
                        "<w:p><w:r><w:t>Jane</w:t></w:r></w:p><w:altChunk r:id=\"rId9\" xmlns:r=\"" + url + "\"/>");
            case "odt" -> SampleFiles.odt(docType, "<text:p>Jane &x; Doe</text:p>");
            default ->
                SampleFiles.bytes("<html><head><link rel=stylesheet href='" + url + "'><script src='" + url
                        + "'></script></head><body><img src='" + url + "'><iframe src='" + url
                        + "'></iframe><object data='" + url + "'></object>Jane Doe</body></html>");
        };
    }

    @Test
    void hostileFilesDoNotHoldUpTheOthers() throws Exception {
        byte[] bomb = SampleFiles.docxOf(new byte[60 * 1024 * 1024]);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ParseOutcome>> calls = new java.util.ArrayList<>();
            for (int i = 0; i < 20; i++) {
                byte[] file = i % 4 == 0 ? bomb : honest;
                calls.add(() -> parser.parse(file));
            }
            long parsed = 0;
            for (Future<ParseOutcome> outcome : executor.invokeAll(calls)) {
                parsed += outcome.get() instanceof Parsed ? 1 : 0;
            }
            assertThat(parsed).isEqualTo(15);
        }
    }

    @Test
    void aFileThatTakesTooLongIsGivenUpAndTheNextIsRead() throws IOException {
        ParsingSettings hasty = new ParsingSettings(1, Duration.ofMillis(5), 256, 200, Duration.ofSeconds(60), false);
        try (ResumeParser impatient = new ResumeParser(hasty, Clock.systemUTC(), TAXONOMY)) {
            byte[] slow = pdf(2_000, false);
            assertThat(impatient.parse(slow)).isEqualTo(new TimedOut(Duration.ofMillis(5)));
            assertThat(impatient.parse(slow)).isEqualTo(new TimedOut(Duration.ofMillis(5)));
        }
    }

    private void assertHonestFilesParse() {
        assertThat(parser.parse(honest)).isInstanceOf(Parsed.class);
    }

    private static byte[] pdf(int pages, boolean script) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(50, 700);
                    content.showText("Jane Sample, line of page number " + (char) ('A' + i % 26));
                    content.endText();
                }
            }
            if (script) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("while (true) app.alert('hello');"));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
