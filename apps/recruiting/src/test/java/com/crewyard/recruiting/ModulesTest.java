package com.crewyard.recruiting;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(RecruitingApplication.class);

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
