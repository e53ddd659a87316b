package com.crewyard.recruiting.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What a deployment decides.
 *
 * @param role which part of the application this process is: all, api, web or worker
 * @param data directory of the embedded database and of files, when neither is elsewhere
 * @param demonstration whether a first start brings the demonstration organization, {@code crewyard.demo}; when nobody says,
 *     it does unless in production
 * @param environment "production" refuses what is only fit for development
 * @param secretKey seals signing keys and signs cookies; a development key is made and kept when empty
 * @param databaseUrl empty or {@code sqlite:…} for the embedded database
 * @param corsOrigins comma-separated or a JSON array
 */
@ConfigurationProperties("crewyard")
public record Settings(
        @DefaultValue("all") String role,
        @DefaultValue("data") Path data,
        @Name("demo") @Nullable Boolean demonstration,
        @DefaultValue("development") String environment,
        @DefaultValue("") String secretKey,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("") String corsOrigins) {

    public boolean demo() {
        return demonstration == null ? !production() : demonstration;
    }

    public boolean production() {
        return environment.equals("production");
    }
}
