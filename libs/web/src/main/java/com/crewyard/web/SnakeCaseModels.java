package com.crewyard.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Describes in OpenAPI what goes over the wire with names in snake_case. Nested classes are called after what they are nested in
 * too, for two of one name would be described as one.
 */
public class SnakeCaseModels extends ModelResolver {

    /**
     * @param mapper that OpenAPI's own library describes classes with
     * @param namespaces classes whose nested ones have names of their own
     */
    public SnakeCaseModels(ObjectMapper mapper, Set<Class<?>> namespaces) {
        super(mapper.copy().setPropertyNamingStrategy(SnakeCaseStrategy.INSTANCE), new Names(namespaces));
    }

    private static final class Names extends TypeNameResolver {

        private final Set<Class<?>> namespaces;
        private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

        Names(Set<Class<?>> namespaces) {
            this.namespaces = Set.copyOf(namespaces);
        }

        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            String name = outer == null || namespaces.contains(outer)
                    ? type.getSimpleName()
                    : outer.getSimpleName() + type.getSimpleName();
            Class<?> other = named.putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException(
                        "%s and %s would both be called %s".formatted(other.getName(), type.getName(), name));
            }
            return name;
        }
    }
}
