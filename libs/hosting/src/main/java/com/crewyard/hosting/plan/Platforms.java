package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Advice.RankedOffering;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.plan.Catalogue.Platform;
import com.crewyard.hosting.research.MergedCategory;
import com.crewyard.hosting.research.Names;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the platforms that sentences name, and whether they can still be had. */
final class Platforms {

    private final Advice advice;
    private final Map<String, Platform> known;
    private final Mentions mentions;
    private final Map<String, String> gone = new LinkedHashMap<>();

    Platforms(Advice advice, Map<String, Platform> known) {
        this.advice = advice;
        this.known = known;
        Set<String> offerings = new LinkedHashSet<>(known.keySet());
        advice.research().categories().stream()
                .flatMap(category -> category.offerings().stream())
                .filter(offering -> known.keySet().stream().noneMatch(name -> Names.sameProduct(offering, name)))
                .forEach(offerings::add);
        this.mentions = new Mentions(List.copyOf(offerings));
        for (Ranked ranked : advice.ranking()) {
            for (RankedOffering offering : ranked.offerings()) {
                offering.out().ifPresent(exclusion -> gone.put(offering.name(), exclusion.reason()));
            }
        }
    }

    /** @param note why it is another than the documents name, if it is */
    record Choice(Platform platform, Optional<String> note) {}

    /** Everything a text names, by its offering; a kind of hosting stands for its best offering. */
    List<Platform> in(Said said) {
        List<Platform> named =
                mentions.in(said.text()).stream().map(this::platform).distinct().toList();
        if (!named.isEmpty() || !said.drawn()) {
            return named;
        }
        return advice.research().categories().stream()
                .filter(category -> category.isMeantBy(said.text()))
                .flatMap(category -> best(category).stream())
                .limit(1)
                .toList();
    }

    /** What is known of an offering; one that nothing is known of has no files. */
    Platform platform(String offering) {
        return known.values().stream()
                .filter(platform -> Names.sameProduct(offering, platform.name()))
                .findFirst()
                .orElseGet(() -> new Platform(offering, List.of(), Optional.empty(), false, Optional.empty()));
    }

    Optional<String> whyGone(Platform platform) {
        return gone.entrySet().stream()
                .filter(entry -> Names.sameProduct(entry.getKey(), platform.name()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The platform itself, or what takes the place of one that is out. */
    Choice available(Platform platform) {
        Optional<String> reason = whyGone(platform);
        if (reason.isEmpty()) {
            return new Choice(platform, Optional.empty());
        }
        Platform instead = platform.successor()
                .map(this::platform)
                .or(() -> category(platform).flatMap(this::best))
                .orElse(platform);
        return new Choice(
                instead,
                Optional.of("%s stands for %s: %s"
                        .formatted(
                                instead.equals(platform) ? "Nothing known" : instead.name(),
                                platform.name(),
                                reason.get())));
    }

    Optional<MergedCategory> category(Platform platform) {
        return advice.research().categories().stream()
                .filter(category -> category.offering(platform.name()).isPresent())
                .findFirst();
    }

    /** The first offering that can be had, one that files are generated for before the others. */
    Optional<Platform> best(MergedCategory category) {
        List<Platform> offerings = category.offerings().stream()
                .map(this::platform)
                .filter(platform -> whyGone(platform).isEmpty())
                .toList();
        return Stream.concat(
                        offerings.stream()
                                .filter(platform ->
                                        platform.generators().stream().anyMatch(Generators.all()::containsKey)),
                        offerings.stream())
                .findFirst();
    }
}
