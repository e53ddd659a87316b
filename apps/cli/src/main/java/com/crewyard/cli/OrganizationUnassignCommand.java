package com.crewyard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "unassign", description = "Takes an application or a pipeline out of it.")
final class OrganizationUnassignCommand implements Callable<Integer> {

    @Mixin
    private OrganizationOptions options = new OrganizationOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The organization's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "APP", description = "An application, or pipeline:NAME.")
    private String what = "";

    private record Unassigned(String organization, String unassigned) {}

    @Override
    public Integer call() {
        options.change(operations -> operations.unassign(name, what, EngineOptions.actor()));
        options.print("%s does not belong to %s any more.%n".formatted(what, name), new Unassigned(name, what));
        return 0;
    }
}
