package com.crewyard.cli;

import com.crewyard.deployment.approvals.Approval;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "approvals",
        customSynopsis = "./crewyard approvals [ENV] [OPTIONS]",
        description = {
            "Shows the plans that wait for approval, with what they would do, and the answers that others had.",
            "",
            "The number before each is what ./crewyard approve takes. ENV is one of the app spec, or one such as",
            "shop/production; without it, those of all environments are shown.",
            ""
        },
        footer = {"", ApprovalsCommand.CODES})
final class ApprovalsCommand implements Callable<Integer> {

    static final String CODES = "Exit codes: 0 done, 2 bad input, 4 not now, 1 anything else.";

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ENV", description = "An environment.")
    private @Nullable String environment;

    @Override
    public Integer call() {
        List<Approval> found =
                options.approvals(Optional.ofNullable(environment).map(options::environmentOrPath));
        options.print(
                found.isEmpty()
                        ? "No plan waits for approval.\n"
                        : found.stream().map(ApprovalsCommand::text).collect(Collectors.joining()),
                found);
        return 0;
    }

    private static String text(Approval approval) {
        return "%d  %s  %s%s: plan %s, asked for by %s at %s%n%s"
                .formatted(
                        approval.id(),
                        approval.subject(),
                        approval.state(),
                        approval.decidedBy().map(" by %s"::formatted).orElse(""),
                        approval.planHash(),
                        approval.requestedBy(),
                        approval.requestedAt(),
                        approval.isOpen() ? approval.plan().stripTrailing().indent(2) : "");
    }
}
