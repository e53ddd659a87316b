package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker in workerd, Cloudflare's own runtime: what the cases are is in worker.mjs. */
class WorkerTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void refusesBadTokensBeforeTheApplicationSeesThemAndKeepsPublicPages() throws IOException, InterruptedException {
        Validators.accepts(
                "worker.mjs", Validators.write(directory, Specs.generate("bureau", "cloudflare-worker", "production")));
    }

    @Test
    void theCheckSeesAWorkerThatLetsEverybodyIn() throws IOException {
        Validators.write(directory, Specs.generate("guestbook", "cloudflare-worker", "production"));
        Path worker = directory.resolve("worker.js");
        Files.writeString(worker, Files.readString(worker).replace("if (refusal) return refusal;", ""));

        assertThatThrownBy(() -> Validators.accepts("worker.mjs", directory))
                .hasMessageContaining("no token: 200")
                .hasMessageContaining("an expired token: 200");
    }

    @Test
    void everyHostIsARoute() {
        assertThat(Specs.content(Specs.generate("bureau", "cloudflare-worker", "production"), "wrangler.jsonc"))
                .contains("\"pattern\" : \"*.bureau.example.com/*\"", "\"zone_name\" : \"bureau.example.com\"");
    }
}
