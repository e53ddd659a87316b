package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.RoutingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** One question and its answer over a Unix socket of this machine. */
public final class UnixSocket {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BUFFER_BYTES = 64 * 1024;

    private UnixSocket() {}

    /** Says it, closes its own direction, and reads until the other side has closed too. */
    public static String ask(Path socket, String question) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Selector selector = Selector.open()) {
            ByteBuffer rest = ByteBuffer.wrap(question.getBytes(StandardCharsets.UTF_8));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.shutdownOutput();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return read(socket, channel, selector);
        } catch (IOException e) {
            throw new RoutingException("%s does not answer (%s).".formatted(socket, e.getMessage()), e);
        }
    }

    private static String read(Path socket, SocketChannel channel, Selector selector) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(BUFFER_BYTES);
        while (true) {
            if (selector.select(PATIENCE.toMillis()) == 0) {
                throw new RoutingException("%s did not answer within %d s.".formatted(socket, PATIENCE.toSeconds()));
            }
            selector.selectedKeys().clear();
            if (channel.read(part) < 0) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            answer.write(part.array(), 0, part.position());
            part.clear();
        }
    }
}
