package com.crewyard.deployment.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** @param service one only, or empty for all */
public record LogsView(String application, String environment, String service, List<String> services) {

    public String path() {
        return "/environments/%s/%s".formatted(application, environment);
    }

    /** Where the page's script connects to. */
    public String stream() {
        return "/streams/logs?application=%s&environment=%s&service=%s"
                .formatted(
                        URLEncoder.encode(application, StandardCharsets.UTF_8),
                        URLEncoder.encode(environment, StandardCharsets.UTF_8),
                        URLEncoder.encode(service, StandardCharsets.UTF_8));
    }
}
