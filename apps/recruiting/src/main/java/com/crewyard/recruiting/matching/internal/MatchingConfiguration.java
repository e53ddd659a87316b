package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.internal.embedding.KeptEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.OnnxModel;
import com.crewyard.recruiting.matching.internal.embedding.OpenAiEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.RedisVectors;
import com.crewyard.recruiting.matching.internal.embedding.VectorCache;
import com.crewyard.recruiting.matching.internal.embedding.VectorStore;
import com.crewyard.recruiting.openai.OpenAi;
import com.crewyard.recruiting.openai.OpenAiSettings;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchingSettings.class)
class MatchingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MatchingConfiguration.class);
    private static final String OPENAI = "openai";
    /** Somebody looks at an empty page meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Vectors are usually there; this is for the few that are not, and for the post's. */
    private static final Duration LOCAL_PATIENCE = Duration.ofSeconds(3);

    @Bean
    @Lazy
    OnnxEmbedder localEmbedder(MatchingSettings matching) {
        return new OnnxEmbedder(OnnxModel.BGE_SMALL, matching.effectiveThreads());
    }

    @Bean
    @ConditionalOnExpression("!'${crewyard.redis-url:}'.isBlank()")
    RedisVectors redisVectors(@Value("${crewyard.redis-url}") String url, VectorStore store, Clock clock) {
        return new RedisVectors(URI.create(url), store, clock);
    }

    @Bean
    @Lazy
    MatchEngines matchEngines(
            Taxonomies taxonomies,
            MatchingSettings matching,
            ObjectProvider<OnnxEmbedder> model,
            OpenAiSettings settings,
            ObjectProvider<OpenAi> service,
            VectorStore store,
            Optional<RedisVectors> redis) {
        VectorCache vectors = redis.<VectorCache>map(Function.identity()).orElse(store);
        if (settings.isForMatching() && !settings.hasKey()) {
            log.warn("MATCHING_USE_OPENAI is true, but OPENAI_API_KEY is empty: matching stays local");
        }
        return new MatchEngines(taxonomies, taxonomy -> {
            Vocabulary vocabulary = new Vocabulary(taxonomy);
            LocalEngine local = matching.vectors()
                    ? new LocalEngine(vocabulary, new KeptEmbedder(model.getObject(), vectors, LOCAL_PATIENCE))
                    : new LocalEngine(vocabulary);
            if (!settings.isForMatching() || !settings.hasKey()) {
                return local;
            }
            KeptEmbedder remote = new KeptEmbedder(new OpenAiEmbedder(service.getObject()), vectors, PATIENCE);
            return new SemanticEngine(new LocalEngine(vocabulary), remote, OPENAI, local);
        });
    }
}
