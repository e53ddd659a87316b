package com.crewyard.deployment.api.internal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's description in OpenAPI 3.1, for who has a token. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Crewyard Deploy")
                        .version("v1")
                        .description("Plans, rollouts, environments, pipelines, approvals, and who may do what."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description(
                                                "A token that ./crewyard token create made, or the console's own.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    DocumentedRecords documentedRecords(ObjectMapperProvider mappers) {
        return new DocumentedRecords(mappers.jsonMapper());
    }

    @Bean
    DocumentedOperations documentedOperations() {
        return new DocumentedOperations();
    }
}
