package com.crewyard.cli;

import com.crewyard.deployment.access.OrganizationOperations;
import com.crewyard.deployment.access.Organizations;
import com.crewyard.deployment.api.RemoteOrganizations;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Mixin;

/** What every command on organizations takes. */
final class OrganizationOptions {

    @Mixin
    private ServerOptions at = new ServerOptions();

    <T> T call(Function<OrganizationOperations, T> call) {
        return at.lookingOn(
                engine -> call.apply(new Organizations(JdbcClient.create(engine.database()))),
                (server, _) -> call.apply(new RemoteOrganizations(server)));
    }

    void change(Consumer<OrganizationOperations> change) {
        call(operations -> {
            change.accept(operations);
            return true;
        });
    }

    void print(String text, Object value) {
        at.print(text, value);
    }
}
