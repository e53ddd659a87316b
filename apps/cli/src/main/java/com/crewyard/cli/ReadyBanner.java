package com.crewyard.cli;

import com.crewyard.recruiting.platform.ReadyNotice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says where the application is, how to log in, and how long the start took. */
final class ReadyBanner implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(ReadyBanner.class);

    private final boolean open;

    ReadyBanner(boolean open) {
        this.open = open;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        String role = environment.getRequiredProperty("crewyard.role");
        Duration took = Duration.between(started(), Instant.now());
        if (ConsoleLog.isReadable()) {
            List<String> notices = event.getApplicationContext()
                    .getBeanProvider(ReadyNotice.class)
                    .orderedStream()
                    .flatMap(notice -> notice.lines().stream())
                    .toList();
            print(address, role, took, notices);
        } else {
            log.atInfo()
                    .addKeyValue("address", address)
                    .addKeyValue("role", role)
                    .addKeyValue("start_ms", took.toMillis())
                    .log("Crewyard is ready at {}", address);
        }
        if (open) {
            open(address);
        }
    }

    private static void print(String address, String role, Duration took, List<String> notices) {
        StringBuilder text = new StringBuilder("%n  Crewyard%s is ready after %s%n%n      %s%n"
                .formatted(role.equals("all") ? "" : " (" + role + ")", seconds(took), address));
        notices.forEach(line -> text.append("      ").append(line).append('\n'));
        System.out.print(text.append("\n  Ctrl-C stops it.\n\n"));
        System.out.flush();
    }

    /** The moment of the command when the script could tell it, else that of this process. */
    private static Instant started() {
        String command = System.getenv("CREWYARD_STARTED");
        if (command != null && !command.isBlank()) {
            BigDecimal seconds = new BigDecimal(command.replace(',', '.'));
            return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
        }
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static void open(String address) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", address)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            log.warn("No browser could be opened: {}", e.getMessage());
        }
    }
}
