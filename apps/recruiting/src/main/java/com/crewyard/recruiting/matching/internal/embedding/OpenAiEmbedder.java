package com.crewyard.recruiting.matching.internal.embedding;

import com.crewyard.recruiting.openai.OpenAi;
import com.crewyard.recruiting.openai.UnavailableException;
import java.net.URI;
import java.util.List;

/** Vectors of a service. What it is given leaves this deployment. */
public final class OpenAiEmbedder implements TextEmbedder {

    private final OpenAi service;

    public OpenAiEmbedder(OpenAi service) {
        this.service = service;
    }

    /** With the service's address, because two services may call different models alike. */
    @Override
    public String model() {
        return "%s@%s"
                .formatted(
                        service.settings().embeddingModel(),
                        URI.create(service.settings().baseUrl()).getAuthority());
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        try {
            return texts.isEmpty()
                    ? List.of()
                    : service.embeddings(texts).stream().map(Vectors::halved).toList();
        } catch (UnavailableException e) {
            throw new EmbeddingUnavailableException(String.valueOf(e.getMessage()));
        }
    }
}
