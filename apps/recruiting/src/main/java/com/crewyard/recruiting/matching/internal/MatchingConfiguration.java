package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.MatchEngine;
import com.crewyard.recruiting.matching.internal.embedding.KeptEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OpenAiEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.VectorStore;
import com.crewyard.recruiting.openai.OpenAi;
import com.crewyard.recruiting.openai.OpenAiSettings;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MatchingConfiguration.class);
    private static final String OPENAI = "openai";
    /** Somebody looks at an empty page meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    @Lazy
    MatchEngine matchEngine(
            Taxonomy taxonomy, OpenAiSettings settings, ObjectProvider<OpenAi> service, VectorStore vectors) {
        LocalEngine local = new LocalEngine(new Vocabulary(taxonomy));
        if (!settings.isForMatching()) {
            return local;
        }
        if (!settings.hasKey()) {
            log.warn("MATCHING_USE_OPENAI is true, but OPENAI_API_KEY is empty: matching stays local");
            return local;
        }
        OpenAiEmbedder embedder = new OpenAiEmbedder(service.getObject());
        return new SemanticEngine(local, new KeptEmbedder(embedder, vectors, PATIENCE), OPENAI);
    }
}
