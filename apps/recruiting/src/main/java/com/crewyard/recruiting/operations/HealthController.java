package com.crewyard.recruiting.operations;

import com.crewyard.recruiting.identity.Anyone;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the process answers at all; /actuator/health/readiness and /liveness tell more. */
@RestController
@Anyone
class HealthController {

    @GetMapping("/healthz")
    Map<String, String> health() {
        return Map.of("status", "ok");
    }
}
