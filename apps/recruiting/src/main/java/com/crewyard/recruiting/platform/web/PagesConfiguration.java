package com.crewyard.recruiting.platform.web;

import com.crewyard.web.Texts;
import com.crewyard.web.WebConfiguration;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Templates are compiled with the application, in every environment; texts come from bundles. */
@Configuration(proxyBeanMethods = false)
@Import(WebConfiguration.class)
class PagesConfiguration {

    private static final String TEMPLATES = "com.crewyard.recruiting.templates";
    private static final List<String> BUNDLES =
            List.of("com/crewyard/web/text", "text/candidates", "text/workplace", "text/records");

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, PagesConfiguration.class.getClassLoader(), TEMPLATES);
    }

    @Bean
    Texts texts() {
        return new Texts(List.of(Locale.GERMAN), BUNDLES);
    }
}
