package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.api.Wire;
import com.crewyard.web.SnakeCaseModels;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes records as {@link Wire#JSON} writes them: names in snake_case, and null for what is absent. */
final class DocumentedRecords extends SnakeCaseModels {

    private static final String NULL = "null";

    DocumentedRecords(ObjectMapper mapper) {
        super(mapper, Set.of(Wire.class));
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> resolved = super.resolve(type, context, next);
        Class<?> described = _mapper.constructType(type.getType()).getRawClass();
        if (described.isRecord()) {
            Schema<?> known =
                    context.getDefinedModels().get(_typeNameResolver.nameForType(_mapper.constructType(described)));
            if (known != null && known.getProperties() != null) {
                complete(known, absentable(described));
            }
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes")
    private static void complete(Schema<?> schema, Set<String> absentable) {
        Map<String, Schema> properties = schema.getProperties();
        List<String> required = new ArrayList<>(properties.keySet());
        required.removeAll(absentable);
        schema.setRequired(required);
        absentable.stream()
                .filter(properties::containsKey)
                .forEach(name -> properties.computeIfPresent(name, (_, property) -> orNull(property)));
    }

    private static Schema<?> orNull(Schema<?> schema) {
        Set<String> types = schema.getTypes() == null ? Set.of() : schema.getTypes();
        if (types.contains(NULL) || schema.getAnyOf() != null) {
            return schema;
        }
        if (types.isEmpty() || schema.getEnum() != null) {
            return new JsonSchema().anyOf(List.of(schema, new JsonSchema().types(Set.of(NULL))));
        }
        schema.addType(NULL);
        return schema;
    }

    private static Set<String> absentable(Class<?> described) {
        return Arrays.stream(described.getRecordComponents())
                .filter(DocumentedRecords::isAbsentable)
                .map(component -> SnakeCaseStrategy.INSTANCE.translate(component.getName()))
                .collect(Collectors.toSet());
    }

    private static boolean isAbsentable(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
