package com.crewyard.recruiting.operations;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@code crewyard.request-limits=false} leaves limiting to a proxy in front. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "crewyard.request-limits", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLimitConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequestLimits());
    }
}
