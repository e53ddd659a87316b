package com.crewyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "organization",
        customSynopsis = "./crewyard organization COMMAND [OPTIONS]",
        description = {
            "Says which organizations use Crewyard Deploy, and what each of them owns.",
            "",
            "  create NAME, list, delete NAME",
            "  assign NAME APP, unassign NAME APP",
            "",
            "NAME is such as acme. Roles and tokens with the scope @acme count for all that it owns, with",
            "@acme/shop/production for a part of that. APP is an application such as shop, or a pipeline such as",
            "pipeline:release; it belongs to one organization at most, and assign moves it there.",
            "Each takes --state DIR, --server URL and --json, as ./crewyard deploy does.",
            ""
        },
        synopsisHeading = "Usage: ",
        commandListHeading = "",
        footer = {"", "Exit codes: 0 done, 2 bad input, 4 not now, 1 anything else."},
        subcommands = {
            OrganizationCreateCommand.class,
            OrganizationListCommand.class,
            OrganizationDeleteCommand.class,
            OrganizationAssignCommand.class,
            OrganizationUnassignCommand.class
        })
final class OrganizationCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "organization needs what to do: create, list, delete, assign or unassign");
    }
}
