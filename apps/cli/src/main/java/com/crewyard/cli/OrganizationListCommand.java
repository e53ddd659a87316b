package com.crewyard.cli;

import com.crewyard.deployment.access.Organization;
import com.crewyard.deployment.access.OrganizationOperations;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Shows the organizations and what each of them owns.")
final class OrganizationListCommand implements Callable<Integer> {

    @Mixin
    private OrganizationOptions options = new OrganizationOptions();

    @Override
    public Integer call() {
        List<Organization> organizations = options.call(OrganizationOperations::organizations);
        options.print(
                organizations.isEmpty()
                        ? "No organization was made yet; ./crewyard organization create makes one.\n"
                        : organizations.stream()
                                .map(OrganizationListCommand::text)
                                .collect(Collectors.joining()),
                organizations);
        return 0;
    }

    private static String text(Organization organization) {
        return "%-24s %s%n"
                .formatted(
                        organization.name(),
                        organization.belongings().isEmpty() ? "nothing" : String.join(" ", organization.belongings()));
    }
}
