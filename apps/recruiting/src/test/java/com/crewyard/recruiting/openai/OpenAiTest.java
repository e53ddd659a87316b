package com.crewyard.recruiting.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.crewyard.recruiting.openai.ModelService.Reply;
import com.crewyard.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class OpenAiTest {

    private final ModelService service = new ModelService();
    private final VirtualClock clock = new VirtualClock();
    private final List<String> counted = new ArrayList<>();
    private final OpenAi client = client(service.settings());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void returnsVectorsOfLengthOneInTheOrderOfTheTexts() {
        List<float[]> vectors = client.embeddings(List.of("pastry chef", "nurse", "pastry chef"));

        assertThat(vectors)
                .hasSize(3)
                .allSatisfy(vector -> assertThat(length(vector)).isEqualTo(1, within(1e-5)));
        assertThat(vectors.get(0)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(1));
        assertThat(service.requests().getFirst().authorization()).isEqualTo("Bearer " + ModelService.KEY);
        assertThat(service.requests().getFirst().body().path("model").asString())
                .isEqualTo("text-embedding-3-small");
        assertThat(counted).containsExactly("text-embedding-3-small 10 3");
    }

    @Test
    void returnsTheObjectThatTheModelFilledIn() {
        service.chat(Map.of("title", "Nurse"));

        JsonNode answer = client.structured("job", "Find it.", "A nurse", Map.of("type", "object"));

        assertThat(answer.path("title").asString()).isEqualTo("Nurse");
        JsonNode body = service.requests().getFirst().body();
        assertThat(body.path("model").asString()).isEqualTo("gpt-4o-mini");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(counted).containsExactly("gpt-4o-mini 10 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void triesAgainWhatMayPass(int status) {
        service.next(Reply.status(status), Reply.status(status));

        assertThat(client.embeddings(List.of("nurse"))).hasSize(1);

        assertThat(service.requests()).hasSize(3);
        assertThat(counted).hasSize(1);
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        service.next(Reply.status(429).retryAfter("1"));
        long started = System.nanoTime();

        client.embeddings(List.of("nurse"));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void leavesTheServiceAloneForAsLongAsItAsksWhenThatIsTooLongToWait() {
        service.next(Reply.status(429).retryAfter("120"));
        assertThatThrownBy(() -> client.embeddings(List.of("nurse"))).hasMessage("status 429, 1 times");

        clock.advance(Duration.ofSeconds(110));
        assertThatThrownBy(() -> client.embeddings(List.of("nurse"))).hasMessage("left alone after failures");
        clock.advance(Duration.ofSeconds(11));

        assertThat(client.embeddings(List.of("nurse"))).hasSize(1);
        assertThat(service.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404})
    void doesNotRepeatWhatWasRefused(int status) {
        service.always(Reply.status(status));

        assertThatThrownBy(() -> client.embeddings(List.of("nurse"))).hasMessage("status " + status);

        assertThat(service.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "[]",
                "{\"data\":[]}",
                "{\"data\":[{\"index\":0,\"embedding\":[]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[0,0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[\"a\",1]}]}",
                "{\"data\":[{\"index\":7,\"embedding\":[1,2]}]}"
            })
    void takesNoNonsenseForVectors(String nonsense) {
        service.always(Reply.text(nonsense));

        assertThatThrownBy(() -> client.embeddings(List.of("nurse"))).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"choices\":[{\"message\":{\"content\":\"Sure! Here is the job\"}}]}"})
    void takesNoNonsenseForAnObject(String nonsense) {
        service.always(Reply.text(nonsense));

        assertThatThrownBy(() -> client.structured("job", "", "A nurse", Map.of()))
                .hasMessage("an answer without the object asked for");
    }

    @Test
    void leavesABrokenServiceAloneAndTriesItOutAfterAMinute() {
        service.always(Reply.status(500));
        for (int call = 0; call < CircuitBreaker.FAILURES_UNTIL_OPEN; call++) {
            assertThatThrownBy(() -> client.embeddings(List.of("nurse"))).hasMessage("status 500, 3 times");
        }
        int asked = service.requests().size();
        assertThatThrownBy(() -> client.embeddings(List.of("nurse"))).hasMessage("left alone after failures");
        assertThat(service.requests()).hasSize(asked);

        // What is broken for vectors may work for words.
        assertThatThrownBy(() -> client.structured("job", "", "A nurse", Map.of()))
                .hasMessage("status 500, 3 times");

        service.always(Reply.honest());
        clock.advance(CircuitBreaker.LEFT_ALONE);
        assertThat(client.embeddings(List.of("nurse"))).hasSize(1);
        assertThat(client.embeddings(List.of("nurse"))).hasSize(1);
    }

    @Test
    void letsOnlyOneTryOutAServiceThatWasBroken() {
        CircuitBreaker breaker = new CircuitBreaker(clock);
        breaker.failed();
        breaker.failed();
        breaker.failed();
        assertThat(breaker.allows()).isFalse();
        clock.advance(CircuitBreaker.LEFT_ALONE);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
        breaker.succeeded();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void givesUpOnASlowServiceInTime() {
        service.always(Reply.hanging());
        OpenAi hasty = client(new OpenAiSettings(
                ModelService.KEY,
                service.baseUrl(),
                "",
                "",
                true,
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                Duration.ofMillis(5)));
        long started = System.nanoTime();

        assertThatThrownBy(() -> hasty.embeddings(List.of("nurse"))).isInstanceOf(UnavailableException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void neverWritesTheKeyAnywhere(CapturedOutput output) {
        service.next(Reply.status(401), Reply.text("<html>"));
        assertThatThrownBy(() -> client.embeddings(List.of("nurse")))
                .hasMessageNotContaining(ModelService.KEY)
                .hasNoCause();
        assertThatThrownBy(() -> client.embeddings(List.of("nurse"))).hasMessageNotContaining(ModelService.KEY);
        assertThat(service.settings().toString()).contains("key set").doesNotContain(ModelService.KEY);
        assertThat(output.getAll()).contains("did not answer").doesNotContain(ModelService.KEY);
        assertThatThrownBy(() -> settings(Map.of("crewyard.openai.api-key", ModelService.KEY + "\nX")))
                .rootCause()
                .hasMessageContaining("OPENAI_API_KEY")
                .hasMessageNotContaining(ModelService.KEY);
    }

    @Test
    void takesEmptySettingsForUnsetOnes() {
        OpenAiSettings settings = settings(Map.of(
                "crewyard.openai.api-key", "",
                "crewyard.openai.base-url", "",
                "crewyard.openai.embedding-model", "",
                "crewyard.openai.chat-model", "",
                "crewyard.openai.matching", ""));

        assertThat(settings)
                .isEqualTo(new OpenAiSettings(
                        "",
                        "https://api.openai.com/v1",
                        "text-embedding-3-small",
                        "gpt-4o-mini",
                        false,
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(40),
                        Duration.ofMillis(400)));
        assertThat(settings.hasKey()).isFalse();
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> settings(Map.of("crewyard.openai.base-url", "ftp://me:secret@models")))
                .rootCause()
                .hasMessageContaining("OPENAI_BASE_URL (ftp://models)");
    }

    private OpenAi client(OpenAiSettings settings) {
        return new OpenAi(
                settings, clock, (model, input, output) -> counted.add("%s %d %d".formatted(model, input, output)));
    }

    private static OpenAiSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("crewyard.openai", OpenAiSettings.class);
    }

    private static double length(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        return Math.sqrt(square);
    }
}
