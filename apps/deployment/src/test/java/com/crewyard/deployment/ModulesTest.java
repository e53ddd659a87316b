package com.crewyard.deployment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void useOneAnotherOnlyThroughTheirInterfacesAndInNoCircle() {
        ApplicationModules.of("com.crewyard.deployment", resideInAPackage("com.crewyard.deployment.templates.."))
                .verify();
    }
}
