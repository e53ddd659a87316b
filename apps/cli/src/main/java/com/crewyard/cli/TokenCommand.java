package com.crewyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        customSynopsis = "./crewyard token COMMAND [OPTIONS]",
        description = {
            "Makes tokens for people and programs that use Crewyard Deploy's console and its API.",
            "",
            "  create NAME --role ROLE --scope SCOPE... [--days DAYS]",
            "  list, revoke NAME",
            "",
            "ROLE is viewer, deployer, approver or admin. SCOPE is where it counts: shop/production, shop/pr-*,",
            "pipeline:release, @acme for all that an organization owns, @acme/shop/* for a part of that, or * for",
            "everything. The token is printed once and kept as a hash.",
            "Each takes --state DIR, --server URL and --json, as ./crewyard deploy does.",
            ""
        },
        synopsisHeading = "Usage: ",
        commandListHeading = "",
        footer = {"", "Exit codes: 0 done, 2 bad input, 4 not now, 1 anything else."},
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "token needs what to do: create, list or revoke");
    }
}
