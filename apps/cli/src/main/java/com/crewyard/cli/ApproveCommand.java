package com.crewyard.cli;

import com.crewyard.deployment.api.RemoteApprovals;
import com.crewyard.deployment.approvals.Approval;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        customSynopsis = "./crewyard approve NUMBER|ENV --server URL [--reject] [OPTIONS]",
        description = {
            "Answers a plan that waits for somebody else than who asked for it, after printing what it would do.",
            "",
            "NUMBER is the one that ./crewyard approvals prints. ENV is one of the app spec, or one such as",
            "shop/production, as long as a single plan waits there. It takes a token of your own in",
            "CREWYARD_DEPLOY_TOKEN, with the role approver; a console's own approves nothing.",
            "Stages of pipelines are answered by ./crewyard pipeline approve.",
            ""
        },
        footer = {"", ApprovalsCommand.CODES})
final class ApproveCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "NUMBER|ENV", description = "What is answered.")
    private String what = "";

    @Option(names = "--reject", description = "Say no: it is not deployed, until it is asked for and approved anew.")
    private boolean reject;

    @Override
    public Integer call() {
        Approval answered = options.approving(this::answer);
        options.print(
                reject
                        ? "Plan %s of %s for %s is rejected.%n"
                                .formatted(answered.planHash(), answered.requestedBy(), answered.subject())
                        : "Plan %s of %s for %s is approved; deployed again within a day, it goes through once.%n"
                                .formatted(answered.planHash(), answered.requestedBy(), answered.subject()),
                answered);
        return 0;
    }

    private Approval answer(RemoteApprovals approvals) {
        Approval asked =
                number().map(approvals::byId).orElseGet(() -> onlyOne(options.environmentOrPath(what), approvals));
        if (asked.isOpen()) {
            options.say(asked.plan().stripTrailing());
        }
        approvals.decide(asked.id(), !reject);
        return approvals.byId(asked.id());
    }

    private Optional<Long> number() {
        try {
            return Optional.of(Long.parseLong(what));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The server says no by itself to what had an answer; two that wait are not told apart by their environment. */
    private static Approval onlyOne(EnvironmentRef environment, RemoteApprovals approvals) {
        List<Approval> waiting = approvals.latest(Optional.of(environment)).stream()
                .filter(Approval::isOpen)
                .toList();
        return switch (waiting.size()) {
            case 0 -> throw RefusedException.notFound("No plan for %s waits for approval.".formatted(environment));
            case 1 -> waiting.getFirst();
            default ->
                throw RefusedException.input("%d plans for %s wait for approval (%s); say which by its number."
                        .formatted(
                                waiting.size(),
                                environment,
                                waiting.stream()
                                        .map(approval -> "%d of %s".formatted(approval.id(), approval.requestedBy()))
                                        .collect(Collectors.joining(", "))));
        };
    }
}
