package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.targets.TargetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** Speaks to a keeper; a connection for each request, for they are few. */
final class KeeperClient {

    private final KeeperFolder folder;

    KeeperClient(KeeperFolder folder) {
        this.folder = folder;
    }

    boolean answers() {
        if (!Files.exists(folder.socket())) {
            return false;
        }
        try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket()))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    <T> T ask(KeeperRequest request, Class<T> type) {
        return ask(request, KeeperFolder.JSON.constructType(type));
    }

    <T> T ask(KeeperRequest request, JavaType type) {
        KeeperAnswer answer = exchange(request);
        answer.problem().ifPresent(problem -> {
            throw switch (problem.kind()) {
                case STALE_FENCE -> new com.crewyard.deployment.targets.StaleFenceException(problem.sentence());
                case STALE_TABLE -> new com.crewyard.deployment.routing.StaleTableException(problem.sentence());
                case ROUTING -> new RoutingException(problem.sentence());
                case TARGET -> new TargetException(problem.sentence());
            };
        });
        JsonNode value = answer.value().orElseThrow();
        return KeeperFolder.JSON.readerFor(type).readValue(value);
    }

    private KeeperAnswer exchange(KeeperRequest request) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket()));
                Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            out.write(KeeperFolder.JSON.writeValueAsString(request) + "\n");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                throw new IOException("it ended before it answered");
            }
            return KeeperFolder.JSON.readValue(line, KeeperAnswer.class);
        } catch (IOException e) {
            throw new TargetException(
                    "The keeper of %s does not answer (%s); its log is %s."
                            .formatted(folder.root(), e.getMessage(), folder.keeperLog()),
                    e);
        }
    }
}
