package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.internal.embedding.OnnxEmbedder;
import com.crewyard.recruiting.matching.meaning.Occupation;
import com.crewyard.recruiting.matching.meaning.OccupationIndex;
import com.crewyard.recruiting.matching.meaning.SkillIndex;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.crewyard.recruiting.taxonomy.Title;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The names of a taxonomy by meaning, made in the background when they are first asked for. Kept in memory for the few
 * taxonomies that were lately asked for: organizations without terms of their own share one.
 */
@Component
public class TermMeanings {

    private static final Logger log = LoggerFactory.getLogger(TermMeanings.class);

    /** Of a title, its label and so many names are known by meaning, for that takes time. */
    private static final int NAMES_OF_A_TITLE = 4;

    private static final int MOST_TAXONOMIES = 3;

    private final ObjectProvider<OnnxEmbedder> model;
    private final MatchingSettings settings;
    /** By identity: a taxonomy is made anew when its organization's terms change. */
    private final Cache<Taxonomy, CompletableFuture<Names>> made = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_TAXONOMIES)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    TermMeanings(ObjectProvider<OnnxEmbedder> model, MatchingSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    public record Names(SkillIndex skills, OccupationIndex titles) {}

    /** Empty while they are being made, and where meaning is switched off or cannot be had. */
    public Optional<Names> of(Taxonomy taxonomy) {
        if (!settings.vectors()) {
            return Optional.empty();
        }
        CompletableFuture<Names> names = made.get(taxonomy, this::making);
        if (names.isCompletedExceptionally()) {
            made.invalidate(taxonomy);
        }
        return names.isDone() && !names.isCompletedExceptionally() ? Optional.of(names.join()) : Optional.empty();
    }

    private CompletableFuture<Names> making(Taxonomy taxonomy) {
        CompletableFuture<Names> names = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("term-meanings")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> {
                    try {
                        names.complete(make(taxonomy));
                    } catch (RuntimeException e) {
                        log.atWarn()
                                .addKeyValue("event", "term-meanings.failed")
                                .setCause(e)
                                .log("Skills and titles are not known by meaning; the next question tries again");
                        names.completeExceptionally(e);
                    }
                });
        return names;
    }

    private Names make(Taxonomy taxonomy) {
        OnnxEmbedder embedder = model.getObject();
        return new Names(
                SkillIndex.of(taxonomy.skills().stream().map(Skill::label).toList(), embedder),
                OccupationIndex.of(
                        taxonomy.titles().stream().map(TermMeanings::occupation).toList(), embedder));
    }

    private static Occupation occupation(Title title) {
        List<String> names = title.synonyms();
        return new Occupation(
                title.id().value(), title.label(), names.subList(0, Math.min(NAMES_OF_A_TITLE, names.size())));
    }
}
