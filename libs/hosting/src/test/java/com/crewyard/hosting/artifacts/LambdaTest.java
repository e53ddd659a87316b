package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The function under AWS's own runtime interface client; what the cases are is in lambda.mjs. */
class LambdaTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void answersBurstsFromMemoryAndKeepsNothingOfAPerson() throws IOException, InterruptedException {
        Validators.accepts(
                "lambda.mjs",
                Validators.write(directory, Specs.generate("bureau", "lambda", "production")),
                Validators.runtimeInterfaceClient());
    }

    @Test
    void staysWithinTheLimitsOfLambdaAndOfTheGateway() {
        String function = Specs.content(Specs.generate("bureau", "lambda", "production"), "function.tf");

        assertThat(number(function, "memory_size")).isBetween(128, 10_240);
        assertThat(number(function, "timeout")).isBetween(1, 29);
        assertThat(number(
                        Specs.content(Specs.generate("bureau", "lambda", "production"), "gateway.tf"),
                        "timeout_milliseconds"))
                .isBetween(50, 30_000);
    }

    @Test
    void withoutAHostThereIsNothingBehindIt() {
        AppSpec spec = AppSpecReader.read(
                        "app.yaml",
                        "app: a\nservices: {web: {image: a:1, port: 80}}\nenvironments: {production: {target: lambda}}\n")
                .spec();

        assertThatThrownBy(() -> Specs.generate(spec, "lambda", "production"))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("no route has a host");
    }

    private static int number(String text, String name) {
        return Integer.parseInt(text.replaceAll("(?s).*\\n +" + name + " += (\\d+)\\n.*", "$1"));
    }
}
