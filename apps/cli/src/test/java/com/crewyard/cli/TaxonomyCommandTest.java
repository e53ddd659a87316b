package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.vocabulary.OwnTerm.Source;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TaxonomyCommandTest {

    private final StringWriter errors = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add("%s %s %s"
                    .formatted(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            body));
            byte[] answer = (status == 200
                            ? "{\"access_token\": \"t\", \"taken\": 1}"
                            : "{\"detail\": \"The email or the password is wrong.\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsSkillsAsWhoLoggedIn() {
        AddedSkill skill = new AddedSkill("Quibble milling", SkillKind.METHOD, List.of("frotz"), List.of(), List.of());

        int taken = TermsClient.logIn(address(), "ada@example.com", "correct horse")
                .takeSkills(Source.ESCO, List.of(skill));

        assertThat(taken).isEqualTo(1);
        assertThat(asked.getFirst()).contains("/api/v1/auth/login", "username=ada%40example.com");
        assertThat(asked.getLast())
                .contains("/api/v1/taxonomy/own-skills/import", "Bearer t", "Quibble milling", "frotz", "method");
    }

    @Test
    void sendsTitles() {
        AddedTitle title = new AddedTitle("Quibble miller", List.of("frotzer"), List.of());

        int taken = TermsClient.logIn(address(), "ada@example.com", "correct horse")
                .takeTitles(Source.ONET, List.of(title));

        assertThat(taken).isEqualTo(1);
        assertThat(asked.getLast())
                .contains("/api/v1/taxonomy/own-titles/import", "\"titles\"", "Quibble miller", "frotzer", "onet");
    }

    @Test
    void tellsWhyItIsRefused() {
        status = 401;
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> TermsClient.logIn(address(), "ada@example.com", "wrong"))
                .hasMessage(address() + " answered 401: The email or the password is wrong.");
    }

    @Test
    void saysWhatItNeedsAndWhichFileIsMissing(@TempDir Path folder) {
        assertThat(execute("taxonomy")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(execute("taxonomy", "import", "--email", "a@example.com")).isEqualTo(CommandLine.ExitCode.USAGE);
        String none = folder.resolve("none.csv").toString();
        assertThat(execute("taxonomy", "import", "--esco", none, "--email", "a@example.com"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("There is no file %s.".formatted(none));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private int execute(String... arguments) {
        return Crewyard.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
