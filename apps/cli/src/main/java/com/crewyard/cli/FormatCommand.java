package com.crewyard.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "format",
        customSynopsis = "./crewyard format",
        description = "Lays the sources out as the formatting check wants them.")
final class FormatCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Repository.here().requireMaven("-q", "spotless:apply");
        return CommandLine.ExitCode.OK;
    }
}
