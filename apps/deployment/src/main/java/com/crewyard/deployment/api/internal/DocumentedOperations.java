package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.api.Wire;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;

/** Says of each operation what it is about and how it can fail, which is by {@link ApiProblems} and before them at the door. */
final class DocumentedOperations implements OpenApiCustomizer {

    private static final String PROBLEM_JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final Map<HttpStatus, String> PROBLEMS = Map.of(
            HttpStatus.BAD_REQUEST, "The body or a parameter cannot be read.",
            HttpStatus.UNAUTHORIZED, "There is no token, or it is none of this console's, expired or was revoked.",
            HttpStatus.FORBIDDEN, "The token's role does not do.",
            HttpStatus.NOT_FOUND, "It is not there, or not for who asks.",
            HttpStatus.CONFLICT, "It is not the time: something else moves, a freeze, or an approval is missing.",
            HttpStatus.UNPROCESSABLE_CONTENT, "The request or the app spec is wrong; every finding is in details.",
            HttpStatus.TOO_MANY_REQUESTS, "There were too many wrong tokens; Retry-After has the seconds to wait.",
            HttpStatus.INTERNAL_SERVER_ERROR, "It failed for a reason that is in the console's log.",
            HttpStatus.SERVICE_UNAVAILABLE, "The target or the router cannot be reached.");

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(Wire.Problem.class).forEach(document.getComponents()::addSchemas);
        PROBLEMS.forEach((status, sentence) -> document.getComponents().addResponses(name(status), problem(sentence)));
        document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    operation.setTags(List.of(subject(path)));
                    addProblems(operation);
                }));
    }

    private static ApiResponse problem(String sentence) {
        return new ApiResponse()
                .description(sentence)
                .content(new Content()
                        .addMediaType(PROBLEM_JSON, new MediaType().schema(new Schema<>().$ref("Problem"))));
    }

    private static void addProblems(Operation operation) {
        PROBLEMS.keySet()
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(String.valueOf(status.value()), new ApiResponse().$ref(name(status))));
    }

    /** The first word of the path, such as environments. */
    private static String subject(String path) {
        return path.substring(Wire.PATH.length() + 1).replaceFirst("/.*", "");
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }
}
