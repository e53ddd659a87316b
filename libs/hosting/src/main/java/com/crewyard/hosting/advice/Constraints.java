package com.crewyard.hosting.advice;

import com.crewyard.hosting.advice.Needs.Workload;
import com.crewyard.hosting.research.Capability;
import com.crewyard.hosting.research.Category;
import com.crewyard.hosting.research.Fact;
import com.crewyard.hosting.research.Limit;
import com.crewyard.hosting.research.MergedCategory;
import com.crewyard.hosting.research.Quantity;
import com.crewyard.hosting.research.ResearchDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the needs against what the documents say cannot be done. */
final class Constraints {

    private static final Pattern NO_SESSIONS =
            Pattern.compile("(?i)stateless only|no web.?sockets?|without web.?sockets?|execution time limits?");
    private static final Pattern GONE = Pattern.compile(
            "(?i)closed to new customers|no longer (?:open|accept)|end of support|end-of-support|discontinued|archived|retired|shut ?down");
    private static final Pattern EXAMPLE = Pattern.compile("(?i)\\be\\.g\\.|for example|vendor-specific");
    private static final Pattern PARENTHESES = Pattern.compile("\\(([^)]*)\\)");

    private final Needs needs;
    private final List<ResearchDocument> documents;

    Constraints(Needs needs, List<ResearchDocument> documents) {
        this.needs = needs;
        this.documents = documents;
    }

    /** Why the category is out, if it is. */
    Optional<Exclusion> of(MergedCategory category) {
        return capabilities(category)
                .or(() -> sessions(category))
                .or(() -> limits(category.name(), subject -> meansCategory(subject, category)))
                .or(() -> everyOffering(category));
    }

    /** The offerings of a category that are out, each with its reason. */
    Map<String, Exclusion> ofOfferings(MergedCategory category) {
        Map<String, Exclusion> excluded = new LinkedHashMap<>();
        for (String offering : category.offerings()) {
            gone(offering)
                    .or(() -> limits(
                            offering,
                            subject -> category.offering(subject)
                                    .filter(offering::equals)
                                    .isPresent()))
                    .ifPresent(exclusion -> excluded.put(offering, exclusion));
        }
        return excluded;
    }

    private Optional<Exclusion> everyOffering(MergedCategory category) {
        Map<String, Exclusion> excluded = ofOfferings(category);
        return excluded.isEmpty() || excluded.size() < category.offerings().size()
                ? Optional.empty()
                : Optional.of(new Exclusion(
                        category.name(),
                        excluded.values().iterator().next().need(),
                        "every offering is out: "
                                + String.join(
                                        "; ",
                                        excluded.values().stream()
                                                .map(Exclusion::reason)
                                                .toList()),
                        excluded.values().stream()
                                .flatMap(e -> e.sources().stream())
                                .distinct()
                                .toList()));
    }

    private Map<Capability, String> demanded() {
        Map<Capability, String> demanded = new LinkedHashMap<>();
        if (needs.webSockets()) {
            demanded.put(Capability.WEBSOCKETS, "load.websocket_sessions");
        }
        if (needs.workloads().contains(Workload.WORKER)) {
            demanded.put(Capability.WORKERS, "workloads");
        }
        if (needs.workloads().contains(Workload.CRON)) {
            demanded.put(Capability.CRON, "workloads");
        }
        if (!needs.compliance().dataResidency().isEmpty()) {
            demanded.put(Capability.RESIDENCY, "compliance.data_residency");
        }
        if (needs.compliance().singleTenant()) {
            demanded.put(Capability.SINGLE_TENANT, "compliance.single_tenant");
        }
        return demanded;
    }

    private Optional<Exclusion> capabilities(MergedCategory category) {
        for (Map.Entry<Capability, String> demand : demanded().entrySet()) {
            for (ResearchDocument document : documents) {
                for (Capability.Statement statement : document.capabilities()) {
                    Optional<Capability.Answer> answer =
                            Optional.ofNullable(statement.answers().get(demand.getKey()));
                    if (answer.filter(found -> !found.possible()).isPresent()
                            && category.isMeantBy(statement.subject())) {
                        return Optional.of(new Exclusion(
                                category.name(),
                                demand.getValue(),
                                "it does not offer %s: %s"
                                        .formatted(
                                                demand.getKey().title(),
                                                answer.get().text()),
                                List.of(document.file() + ":" + statement.line())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Exclusion> sessions(MergedCategory category) {
        if (!needs.webSockets()) {
            return Optional.empty();
        }
        List<String> sources = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (ResearchDocument document : documents) {
            for (Category own : document.categories()) {
                for (String weakness : own.weaknesses()) {
                    if (NO_SESSIONS.matcher(weakness).find() && category.isMeantBy(own.name())) {
                        sources.add(document.file() + ":" + own.line());
                        reasons.add(weakness);
                    }
                }
            }
        }
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exclusion(
                        category.name(),
                        "load.websocket_sessions",
                        "it cannot hold WebSocket sessions: "
                                + String.join(", ", reasons.stream().distinct().toList()),
                        sources.stream().distinct().toList()));
    }

    private Optional<Exclusion> limits(String subject, java.util.function.Predicate<String> means) {
        for (ResearchDocument document : documents) {
            for (Limit limit : document.limits()) {
                if (means.test(limit.subject())
                        && !EXAMPLE.matcher(limit.text()).find()) {
                    for (Quantity quantity : limit.quantities()) {
                        Optional<String> reason = tooSmall(quantity);
                        if (reason.isPresent()) {
                            return Optional.of(new Exclusion(
                                    subject,
                                    quantity.kind() == Quantity.Kind.MEMORY ? "instance.memory" : "instance.cpu",
                                    "%s (%s: %s)".formatted(reason.get(), limit.subject(), limit.text()),
                                    List.of(document.file() + ":" + limit.line())));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> tooSmall(Quantity cap) {
        OptionalDouble need = switch (cap.kind()) {
            case MEMORY -> needs.instance().memoryMebibytes();
            case CPU -> needs.instance().cpu();
            case TIME -> OptionalDouble.empty();
        };
        return need.isPresent() && need.getAsDouble() > cap.amount()
                ? Optional.of("its cap of %s is below the %s needed"
                        .formatted(
                                cap.text(),
                                cap.kind() == Quantity.Kind.MEMORY
                                        ? Numbers.plain(need.getAsDouble()) + " MiB"
                                        : Numbers.plain(need.getAsDouble()) + " CPUs"))
                : Optional.empty();
    }

    /** A vendor's heading that names the category in parentheses, "Cloudflare Workers (Edge)", speaks for it. */
    private static boolean meansCategory(String subject, MergedCategory category) {
        if (category.offering(subject).isEmpty()) {
            return category.isMeantBy(subject);
        }
        Matcher named = PARENTHESES.matcher(subject);
        return named.find() && category.isMeantBy(named.group(1));
    }

    private Optional<Exclusion> gone(String offering) {
        for (ResearchDocument document : documents) {
            for (Fact fact : document.facts()) {
                if (GONE.matcher(fact.text()).find() && speaksOf(fact.text(), offering)) {
                    return Optional.of(new Exclusion(offering, "", fact.text(), sources(document, fact)));
                }
            }
        }
        return Optional.empty();
    }

    /** The fact's subject is what its sentence begins with. */
    private static boolean speaksOf(String text, String offering) {
        String begin = text.substring(0, Math.min(text.length(), offering.length() + 12))
                .toLowerCase(java.util.Locale.ROOT);
        return begin.contains(offering.toLowerCase(java.util.Locale.ROOT));
    }

    private static List<String> sources(ResearchDocument document, Fact fact) {
        List<String> sources = new ArrayList<>(List.of(document.file() + ":" + fact.line()));
        sources.addAll(fact.sources());
        return List.copyOf(sources);
    }
}
