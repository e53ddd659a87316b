package com.crewyard.recruiting.openai;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service for embeddings and structured answers. */
public final class OpenAi {

    private final OpenAiSettings settings;
    private final Line line;
    private final UsageMeter usage;
    private final JsonMapper json = JsonMapper.builder().build();

    public OpenAi(OpenAiSettings settings, Clock clock, UsageMeter usage) {
        this.settings = settings;
        this.line = new Line(settings, clock);
        this.usage = usage;
    }

    public OpenAiSettings settings() {
        return settings;
    }

    /**
     * One vector of length 1 for each text, in their order.
     *
     * @param texts at least one, none of them blank
     * @throws UnavailableException when the service gives no such answer
     */
    public List<float[]> embeddings(List<String> texts) {
        requireKey();
        return line.post(
                "embeddings",
                Map.of("model", settings.embeddingModel(), "input", texts),
                settings.embeddingPatience(),
                answer -> {
                    count(settings.embeddingModel(), answer);
                    return vectors(answer, texts.size());
                });
    }

    /**
     * What the chat model makes of a text: an object that it promises to be of a schema. What the values say is for the
     * caller to check.
     *
     * @param name of the schema, letters and underscores
     * @param schema as "Structured outputs" of OpenAI's documentation allows
     * @throws UnavailableException when the service gives no such answer
     */
    public JsonNode structured(String name, String instructions, String text, Map<String, Object> schema) {
        requireKey();
        Map<String, Object> body = Map.of(
                "model",
                settings.chatModel(),
                "temperature",
                0,
                "messages",
                List.of(Map.of("role", "system", "content", instructions), Map.of("role", "user", "content", text)),
                "response_format",
                Map.of("type", "json_schema", "json_schema", Map.of("name", name, "strict", true, "schema", schema)));
        return line.post("chat/completions", body, settings.chatPatience(), answer -> {
            count(settings.chatModel(), answer);
            return object(answer.at("/choices/0/message/content").asString(""));
        });
    }

    private void requireKey() {
        if (!settings.hasKey()) {
            throw new UnavailableException("no key is configured");
        }
    }

    private void count(String model, JsonNode answer) {
        JsonNode tokens = answer.path("usage");
        usage.add(
                model,
                Math.max(0, tokens.path("prompt_tokens").asLong(0)),
                Math.max(0, tokens.path("completion_tokens").asLong(0)));
    }

    private JsonNode object(String content) {
        try {
            JsonNode object = json.readTree(content);
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException _) {
            // Said below, without the content.
        }
        throw new UnavailableException("an answer without the object asked for");
    }

    private static List<float[]> vectors(JsonNode answer, int expected) {
        float[][] vectors = new float[expected][];
        Arrays.fill(vectors, new float[0]);
        for (JsonNode entry : answer.path("data")) {
            int index = entry.path("index").asInt(-1);
            if (index >= 0 && index < expected) {
                vectors[index] = unitVector(entry.path("embedding"));
            }
        }
        int dimensions = vectors[0].length;
        if (dimensions == 0 || Arrays.stream(vectors).anyMatch(vector -> vector.length != dimensions)) {
            throw new UnavailableException("an answer without a vector for each text");
        }
        return List.of(vectors);
    }

    /** Empty when the values are no direction. */
    private static float[] unitVector(JsonNode values) {
        double square = 0;
        double[] exact = new double[values.size()];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = values.get(i).asDouble(Double.NaN);
            square += exact[i] * exact[i];
        }
        double length = Math.sqrt(square);
        if (!(length > 0) || Double.isInfinite(length)) {
            return new float[0];
        }
        float[] vector = new float[exact.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (exact[i] / length);
        }
        return vector;
    }
}
