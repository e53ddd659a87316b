package com.crewyard.recruiting;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.identity.Registration;
import com.crewyard.recruiting.identity.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a database of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"crewyard.demo=false", "crewyard.database-pool=10"})
@DirtiesContext
public abstract class OnFreshDatabase {

    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();

    @Autowired
    private Registration registration;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry properties) {
        properties.add("crewyard.data", () -> {
            try {
                return Files.createTempDirectory("crewyard-test").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    protected final User newAdministrator() {
        int number = ORGANIZATIONS.incrementAndGet();
        return registration.register(new Registration.Request(
                "owner%d@example.com".formatted(number),
                "a long password",
                Optional.of("Olga Owner"),
                "Blue Fig " + number));
    }

    protected final OrganizationId newOrganization() {
        return newAdministrator().organization();
    }
}
