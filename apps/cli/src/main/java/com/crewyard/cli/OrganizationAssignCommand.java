package com.crewyard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "assign", description = "Gives it an application or a pipeline, whoever had that before.")
final class OrganizationAssignCommand implements Callable<Integer> {

    @Mixin
    private OrganizationOptions options = new OrganizationOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The organization's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "APP", description = "An application, or pipeline:NAME.")
    private String what = "";

    private record Assigned(String organization, String assigned) {}

    @Override
    public Integer call() {
        options.change(operations -> operations.assign(name, what, EngineOptions.actor()));
        options.print("%s belongs to %s.%n".formatted(what, name), new Assigned(name, what));
        return 0;
    }
}
