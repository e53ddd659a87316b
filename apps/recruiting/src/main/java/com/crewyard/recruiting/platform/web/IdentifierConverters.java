package com.crewyard.recruiting.platform.web;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.kernel.UserId;
import java.util.function.LongFunction;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads typed identifiers from paths and parameters. */
@Configuration(proxyBeanMethods = false)
class IdentifierConverters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        add(registry, JobId.class, JobId::new);
        add(registry, CandidateId.class, CandidateId::new);
        add(registry, ApplicationId.class, ApplicationId::new);
        add(registry, StageId.class, StageId::new);
        add(registry, UserId.class, UserId::new);
    }

    private static <T> void add(FormatterRegistry registry, Class<T> type, LongFunction<T> constructor) {
        Converter<String, T> converter = text -> constructor.apply(Long.parseLong(text));
        registry.addConverter(String.class, type, converter);
    }
}
