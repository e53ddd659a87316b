package com.crewyard.recruiting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    /** Generated templates show what the modules' web packages hand them; they are no module themselves. */
    private final ApplicationModules modules =
            ApplicationModules.of(RecruitingApplication.class, resideInAPackage("com.crewyard.recruiting.templates.."));

    @Test
    void useOneAnotherOnlyThroughTheirInterfacesAndInNoCircle() {
        modules.verify();
    }

    /** {@code ./crewyard docs} copies them from target/spring-modulith-docs to docs/modules. */
    @Test
    void areDrawn() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
