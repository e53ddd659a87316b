package com.crewyard.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Deletes an organization that owns nothing and that no role names.")
final class OrganizationDeleteCommand implements Callable<Integer> {

    @Mixin
    private OrganizationOptions options = new OrganizationOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The organization's name.")
    private String name = "";

    @Override
    public Integer call() {
        options.change(operations -> operations.delete(name, EngineOptions.actor()));
        options.print("%s is no organization any more.%n".formatted(name), Map.of("deleted", name));
        return 0;
    }
}
