package com.crewyard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Answered by the script, which need not start Java for it; declared here for the help. */
@Command(name = "version", customSynopsis = "./crewyard version", description = "Prints the version and the revision.")
final class VersionCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        System.out.println("Crewyard" + (version == null ? "" : " " + version));
        return CommandLine.ExitCode.OK;
    }
}
