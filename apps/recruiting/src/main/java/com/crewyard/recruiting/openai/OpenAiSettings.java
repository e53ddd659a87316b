package com.crewyard.recruiting.openai;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which service is asked, and how patiently.
 *
 * @param apiKey empty: nothing is ever asked
 * @param baseUrl of any service that speaks the same API; OpenAI's own when empty
 * @param embeddingModel the default when empty, as for {@code chatModel}
 * @param matching whether matching asks for embeddings; not when empty
 * @param embeddingPatience for one call with its repetitions, while somebody waits for a ranking
 * @param chatPatience the same for a model's answer, which takes longer to write
 * @param pause before the second attempt, about; it doubles before each further one
 */
@ConfigurationProperties("crewyard.openai")
public record OpenAiSettings(
        @DefaultValue("") String apiKey,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String embeddingModel,
        @DefaultValue("") String chatModel,
        @DefaultValue("false") @Nullable Boolean matching,
        @DefaultValue("8s") Duration embeddingPatience,
        @DefaultValue("40s") Duration chatPatience,
        @DefaultValue("400ms") Duration pause) {

    private static final String OPENAI = "https://api.openai.com/v1";

    public OpenAiSettings {
        apiKey = apiKey.strip();
        baseUrl = (baseUrl.isBlank() ? OPENAI : baseUrl.strip()).replaceAll("/+$", "");
        embeddingModel = embeddingModel.isBlank() ? "text-embedding-3-small" : embeddingModel.strip();
        chatModel = chatModel.isBlank() ? "gpt-4o-mini" : chatModel.strip();
        matching = Boolean.TRUE.equals(matching);
        // Checked here because the HTTP client would quote the whole header when it refuses it.
        if (!apiKey.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new IllegalArgumentException(
                    "OPENAI_API_KEY has characters that no key has, such as a space or a line feed; copy it again.");
        }
        if (!baseUrl.matches("https?://[^/?#\\s@]+(?:/[^?#\\s]*)?")) {
            throw new IllegalArgumentException(
                    "OPENAI_BASE_URL (%s) is no address; one is %s.".formatted(withoutLogin(baseUrl), OPENAI));
        }
    }

    public boolean isForMatching() {
        return Boolean.TRUE.equals(matching);
    }

    public boolean hasKey() {
        return !apiKey.isEmpty();
    }

    URI at(String path) {
        return URI.create(baseUrl + "/" + path);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "OpenAiSettings[%s, key %s]".formatted(baseUrl, hasKey() ? "set" : "not set");
    }

    private static String withoutLogin(String address) {
        return address.replaceAll("//[^/]*@", "//");
    }
}
