package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.engine.AuditFormat;
import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.deployment.engine.AuditQuery;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, the latest first, and all of it as a file. */
@Controller
class AuditPageController {

    private static final int LINES_A_PAGE = 100;

    private final Operations operations;

    AuditPageController(Operations operations) {
        this.operations = operations;
    }

    @Requires(value = Permission.VIEW, organization = true)
    @GetMapping("/audit")
    Reply audit(@RequestParam(required = false) @Nullable Long before) {
        List<AuditLine> lines = operations.audit(
                new AuditQuery(Optional.empty(), Optional.empty(), Optional.ofNullable(before), LINES_A_PAGE));
        return View.of(
                "console/audit",
                new AuditView(
                        lines,
                        lines.size() < LINES_A_PAGE
                                ? Optional.empty()
                                : Optional.of(lines.getLast().id())));
    }

    @Requires(value = Permission.VIEW, organization = true)
    @GetMapping("/audit.csv")
    ResponseEntity<String> csv() {
        return file(AuditFormat.CSV);
    }

    @Requires(value = Permission.VIEW, organization = true)
    @GetMapping("/audit.jsonl")
    ResponseEntity<String> lines() {
        return file(AuditFormat.JSONL);
    }

    private ResponseEntity<String> file(AuditFormat format) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit." + format.name().toLowerCase(Locale.ROOT))
                                .build()
                                .toString())
                .body(format.of(operations.audit(
                        new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), AuditQuery.MOST))));
    }
}
