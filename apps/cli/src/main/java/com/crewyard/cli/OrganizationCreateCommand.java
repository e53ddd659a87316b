package com.crewyard.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Makes an organization, which owns nothing at first.")
final class OrganizationCreateCommand implements Callable<Integer> {

    @Mixin
    private OrganizationOptions options = new OrganizationOptions();

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "The organization's name: lower-case letters, digits and hyphens.")
    private String name = "";

    @Override
    public Integer call() {
        options.change(operations -> operations.create(name, EngineOptions.actor()));
        options.print(
                "%1$s is there; ./crewyard organization assign %1$s APP gives it an application.%n".formatted(name),
                Map.of("created", name));
        return 0;
    }
}
