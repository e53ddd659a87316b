package com.crewyard.recruiting.demo;

import com.crewyard.recruiting.demo.internal.seeding.Demonstration;
import com.crewyard.recruiting.platform.ReadyNotice;
import com.crewyard.recruiting.platform.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** How to log in to the demonstration. Everybody of its organization has the same password, which is no secret. */
@Component
public class DemoLogin implements ReadyNotice {

    /** Of the administrator. */
    public static final String EMAIL = "demo@crewyard.example";

    public static final String PASSWORD = "crewyard-demo";

    private final Settings settings;
    private final Demonstration demonstration;

    DemoLogin(Settings settings, Demonstration demonstration) {
        this.settings = settings;
        this.demonstration = demonstration;
    }

    @Override
    public List<String> lines() {
        return settings.demo() && demonstration.exists()
                ? List.of("Demonstration log-in: %s, password %s".formatted(EMAIL, PASSWORD))
                : List.of();
    }
}
