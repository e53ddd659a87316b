package com.crewyard.deployment.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the console of a state folder is, and what opens it. Commands on the same folder find it here, in a file that only
 * their user may read, and let the console do what they would have done themselves.
 *
 * @param process its process, and when that began: another may have the same number by now
 */
public record ConsoleAddress(URI url, String token, long process, Optional<Instant> began) {

    private static final String FILE = "console.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Makes a console of this process known. */
    public static ConsoleAddress announce(Path state, URI url, AccessToken token) {
        ProcessHandle here = ProcessHandle.current();
        ConsoleAddress address =
                new ConsoleAddress(url, token.value(), here.pid(), here.info().startInstant());
        new PrivateFile(state.resolve(FILE)).write(JSON.writeValueAsString(address));
        return address;
    }

    /** The console that runs on a folder; empty when none does, or when it ended without a word. */
    public static Optional<ConsoleAddress> of(Path state) {
        return new PrivateFile(state.resolve(FILE))
                .read()
                .flatMap(ConsoleAddress::parsed)
                .filter(ConsoleAddress::isAlive);
    }

    /** It ends; the file goes unless another console has written its own. */
    public void withdraw(Path state) {
        PrivateFile file = new PrivateFile(state.resolve(FILE));
        if (file.read().flatMap(ConsoleAddress::parsed).filter(this::equals).isPresent()) {
            file.delete();
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().startInstant().equals(began))
                .isPresent();
    }

    private static Optional<ConsoleAddress> parsed(String text) {
        try {
            return Optional.of(JSON.readValue(text, ConsoleAddress.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
