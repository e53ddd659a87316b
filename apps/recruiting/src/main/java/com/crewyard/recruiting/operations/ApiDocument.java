package com.crewyard.recruiting.operations;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.SnakeCaseModels;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;

/** The API's description at {@code /openapi.json}, and what its reader at {@code /docs} is made of. */
@Configuration(proxyBeanMethods = false)
@ProcessRole.Only(ProcessRole.API)
class ApiDocument implements WebMvcConfigurer {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(CurrentUser.class)
                .replaceWithClass(JsonNode.class, Object.class)
                .replaceWithClass(JobId.class, Long.class)
                .replaceWithClass(CandidateId.class, Long.class)
                .replaceWithClass(ApplicationId.class, Long.class)
                .replaceWithClass(StageId.class, Long.class)
                .replaceWithClass(UserId.class, Long.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Crewyard Recruiting")
                        .version("v1")
                        .description("Jobs, candidates, applications, matching and the recruiting agent."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    SnakeCaseModels snakeCaseModels(ObjectMapperProvider mappers) {
        return new SnakeCaseModels(mappers.jsonMapper(), Set.of());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/reader/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/5.34.1/")
                .setCachePeriod(3600);
    }
}
