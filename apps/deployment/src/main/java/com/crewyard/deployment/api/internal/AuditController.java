package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.engine.AuditFormat;
import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.deployment.engine.AuditQuery;
import com.crewyard.deployment.engine.Operations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, to read and to take along. */
@RestController
@RequestMapping(Wire.PATH + "/audit")
class AuditController {

    private final Operations operations;

    AuditController(Operations operations) {
        this.operations = operations;
    }

    @Operation(summary = "Who did what, the latest first; before goes on to older lines.")
    @Requires(value = Permission.VIEW, organization = true)
    @GetMapping
    List<AuditLine> audit(
            @RequestParam(required = false) @Nullable String application,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "100") int count) {
        return operations.audit(new AuditQuery(
                Optional.ofNullable(application),
                Optional.ofNullable(environment),
                Optional.ofNullable(before),
                count));
    }

    @Operation(summary = "Who did what, as CSV.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Requires(value = Permission.VIEW, organization = true)
    @GetMapping("/csv")
    ResponseEntity<String> auditCsv(@RequestParam(required = false) @Nullable Long before) {
        return file(AuditFormat.CSV, before);
    }

    @Operation(summary = "Who did what, as JSON lines.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")))
    @Requires(value = Permission.VIEW, organization = true)
    @GetMapping("/jsonl")
    ResponseEntity<String> auditLines(@RequestParam(required = false) @Nullable Long before) {
        return file(AuditFormat.JSONL, before);
    }

    private ResponseEntity<String> file(AuditFormat format, @Nullable Long before) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .body(format.of(operations.audit(new AuditQuery(
                        Optional.empty(), Optional.empty(), Optional.ofNullable(before), AuditQuery.MOST))));
    }
}
