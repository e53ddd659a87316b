package com.crewyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "secret",
        customSynopsis = "./crewyard secret COMMAND [OPTIONS]",
        description = {
            "Keeps the secrets of an environment, sealed with the key in CREWYARD_SECRETS_KEY, or says where they are"
                    + " looked up.",
            "Instances have them from the next deployment on.",
            "",
            "  set ENV NAME < VALUE",
            "  set ENV NAME --from REFERENCE",
            "  list ENV, delete ENV NAME, rotate",
            "",
            "A value is read from standard input, never from an argument. REFERENCE is env:NAME, file:/PATH,"
                    + " aws-ssm:NAME,",
            "aws-secretsmanager:NAME#FIELD or vault:PATH#FIELD; docs/secrets.md has more.",
            "Each takes --app FILE, --state DIR, --server URL and --json, as ./crewyard deploy does.",
            ""
        },
        synopsisHeading = "Usage: ",
        commandListHeading = "",
        footer = {"", DeployExit.CODES},
        subcommands = {
            SecretSetCommand.class,
            SecretListCommand.class,
            SecretDeleteCommand.class,
            SecretRotateCommand.class
        })
final class SecretCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "secret needs what to do: set, list, delete or rotate");
    }
}
