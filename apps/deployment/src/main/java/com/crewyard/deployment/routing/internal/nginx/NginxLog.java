package com.crewyard.deployment.routing.internal.nginx;

import com.crewyard.deployment.routing.internal.accesslog.Entry;
import com.crewyard.deployment.routing.internal.accesslog.Entry.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines such as {@code 200|127.0.0.1:9000, 127.0.0.1:9001|-, 0.012}: a dash where no head of an answer came. */
final class NginxLog {

    private NginxLog() {}

    static Optional<Entry> read(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{3}")) {
            return Optional.empty();
        }
        List<Attempt> attempts = new ArrayList<>();
        String[] addresses = parts[1].split("(?:,| :) ", -1);
        String[] seconds = parts[2].split("(?:,| :) ", -1);
        for (int i = 0; i < addresses.length; i++) {
            // The group's own name stands where it had nobody left to ask.
            if (addresses[i].contains(":")) {
                boolean answered = i < seconds.length && !seconds[i].equals("-");
                attempts.add(new Attempt(addresses[i], answered, answered ? Double.parseDouble(seconds[i]) : 0));
            }
        }
        return Optional.of(new Entry(Integer.parseInt(parts[0]), attempts));
    }
}
