package com.crewyard.recruiting.operations;

import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.platform.ProcessRole;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Interactive documentation of the API. The reader styles itself inline, so its page has a policy of its own. */
@RestController
@Anyone
@ProcessRole.Only(ProcessRole.API)
class DocsController {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Crewyard Recruiting API</title>
              <link rel="stylesheet" href="/docs/reader/swagger-ui.css">
            </head>
            <body>
              <main id="reader"></main>
              <script src="/docs/reader/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """;
    private static final String SCRIPT = """
            window.onload = () => SwaggerUIBundle({
              url: '/openapi.json', dom_id: '#reader', deepLinking: true, persistAuthorization: true
            });
            """;

    @GetMapping({"/docs", "/docs/"})
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .contentType(MediaType.TEXT_HTML)
                .body(PAGE);
    }

    @GetMapping("/docs/start.js")
    ResponseEntity<String> script() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript"))
                .body(SCRIPT);
    }
}
