package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

    private final StringWriter errors = new StringWriter();

    @Test
    void namesTheLineThatIsWrong(@TempDir Path folder) throws IOException {
        Path resumes =
                Files.writeString(folder.resolve("resumes.jsonl"), "{\"id\": \"1\", \"text\": \"Chef\"}\n{oops\n");

        int code = execute("evaluate", "ranking", "--resumes", resumes.toString(), "--jobs", resumes.toString());

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).startsWith(resumes + ":2: this is no JSON");
    }

    @Test
    void saysWhichFileIsMissing(@TempDir Path folder) {
        String none = folder.resolve("none.jsonl").toString();

        int code = execute("evaluate", "fairness", "--resumes", none, "--jobs", none);

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).isEqualToIgnoringNewLines("There is no file %s.".formatted(none));
    }

    @Test
    void asksForWhatIsToBeEvaluated() {
        assertThat(execute("evaluate")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(execute("evaluate", "ranking")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private int execute(String... arguments) {
        return Crewyard.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
