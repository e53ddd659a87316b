package com.crewyard.recruiting.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The part of the application that a process plays; {@code all} plays every part. */
public enum ProcessRole {
    API,
    WEB,
    WORKER;

    /** Marks a bean that exists only where one of the roles is played. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Conditional(Played.class)
    public @interface Only {
        ProcessRole[] value();
    }

    boolean isPlayedBy(String configured) {
        return configured.equals("all") || configured.equalsIgnoreCase(name());
    }

    static final class Played implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String configured = context.getEnvironment().getProperty("crewyard.role", "all");
            ProcessRole[] roles = metadata.getAnnotations()
                    .get(Only.class)
                    .getValue("value", ProcessRole[].class)
                    .orElseThrow();
            return Arrays.stream(roles).anyMatch(role -> role.isPlayedBy(configured));
        }
    }
}
