package com.crewyard.web;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What an application imports; it brings its {@link TemplateEngine}, {@link Texts} and {@link Visitors}. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

    @Bean
    Assets assets() {
        return Assets.load(WebConfiguration.class.getClassLoader());
    }

    @Bean
    HandlerMapping assetMapping(Assets assets) {
        return new SimpleUrlHandlerMapping(Map.of(Assets.PATH + "**", new AssetHandler(assets)), 0);
    }

    @Bean
    Pages crewyardPages(TemplateEngine templates, Assets assets, Texts texts, Visitors visitors, Clock clock) {
        return new Pages(templates, assets, texts, visitors, clock);
    }

    @Bean
    WebMvcConfigurer replies(Pages pages) {
        return new WebMvcConfigurer() {
            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new ReplyHandler(pages));
            }
        };
    }
}
