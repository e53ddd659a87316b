package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/deploying.md} says, line by line. */
class DeployingGuideTest {

    private static final Pattern FILE = Pattern.compile("`guestbook/([^`]+)`:\n\n```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern EXIT = Pattern.compile("# exits with (\\d+)");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> answers = new ArrayList<>();

    @AfterEach
    void end() {
        client.close();
        crewyard("./crewyard destroy local --app guestbook/app.yaml --data");
    }

    @Test
    void doesOnALaptopWhatItSays() throws Exception {
        String guide = Files.readString(Path.of("../../docs/deploying.md"));
        String laptop = guide.substring(guide.indexOf("## On a laptop"), guide.indexOf("### What is special"))
                .replace("8080", String.valueOf(FreePort.next()));
        Files.createDirectories(folder.resolve("guestbook"));
        for (MatchResult file : FILE.matcher(laptop).results().toList()) {
            Files.writeString(folder.resolve("guestbook").resolve(file.group(1)), file.group(2));
        }

        for (MatchResult block : COMMANDS.matcher(laptop).results().toList()) {
            for (String line : block.group(1).lines().toList()) {
                follow(line);
            }
        }

        assertThat(answers).containsExactly("hello\n", "servus\n", "servus\n");
        assertThat(folder.resolve("state").resolve("databases")).isEmptyDirectory();
    }

    private void follow(String line) throws IOException, InterruptedException {
        if (line.startsWith("./crewyard")) {
            int expected = EXIT.matcher(line)
                    .results()
                    .map(found -> Integer.parseInt(found.group(1)))
                    .findFirst()
                    .orElse(0);
            assertThat(crewyard(line.replaceFirst(" +#.*", ""))).as(line).isEqualTo(expected);
        } else if (line.startsWith("curl -s ")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(line.substring("curl -s ".length())))
                    .build();
            answers.add(client.send(request, BodyHandlers.ofString()).body());
        } else {
            Process shell = new ProcessBuilder("sh", "-c", line)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            assertThat(shell.waitFor()).as(line).isZero();
        }
    }

    private int crewyard(String line) {
        List<String> words = new ArrayList<>(WORD.matcher(line)
                .results()
                .skip(1)
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .map(word ->
                        word.startsWith("guestbook/") ? folder.resolve(word).toString() : word)
                .toList());
        words.addAll(1, List.of("--state", folder.resolve("state").toString()));
        return Crewyard.commandLine().execute(Crewyard.routed(words.toArray(String[]::new)));
    }
}
