package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.engine.Engine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pipelines of a console: they go on from the start of the application to its end. */
@Configuration(proxyBeanMethods = false)
class PipelinesConfiguration {

    @Bean
    PipelineEngine pipelineEngine(Engine engine) {
        return PipelineEngine.beside(engine);
    }

    @Bean
    PipelineOperations pipelineOperations(PipelineEngine engine, Guard guard) {
        return new GuardedPipelines(engine.pipelines(), guard);
    }

    @Bean
    Pushes pushes(PipelineEngine engine) {
        return engine.pushes();
    }
}
