package com.crewyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "preview",
        customSynopsis = "./crewyard preview COMMAND [OPTIONS]",
        description = {
            "Makes an environment for a pull request, with databases of its own, which goes away by itself.",
            "",
            "  create NUMBER [--image SVC=REF] [--branch NAME] [--commit ID]",
            "  list, destroy NUMBER",
            "",
            "previews in the app spec says what they are like; docs/previews.md has all that can stand there.",
            "Each takes --app FILE, --state DIR, --server URL, --folder DIR and --json, as ./crewyard deploy does.",
            ""
        },
        synopsisHeading = "Usage: ",
        commandListHeading = "",
        footer = {"", DeployExit.CODES},
        subcommands = {PreviewCreateCommand.class, PreviewListCommand.class, PreviewDestroyCommand.class})
final class PreviewCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "preview needs what to do: create, list or destroy");
    }
}
