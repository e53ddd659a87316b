package com.crewyard.deployment.routing.internal.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries an opened WebSocket (RFC 6455) and can end it in good manners: between two frames towards the client it says
 * 1012, "Service Restart", so that the client reads every message whole and knows that coming back is right.
 */
final class WebSocketTunnel {

    private static final int BUFFER_BYTES = 16 * 1024;
    /** FIN and the close opcode, two bytes of payload: 1012. */
    private static final byte[] SERVICE_RESTART = {(byte) 0x88, 2, (byte) (1012 >> 8), (byte) (1012 & 0xff)};
    /** The same towards the instance, masked with zeros as a client has to: 1001, "Going Away". */
    private static final byte[] GOING_AWAY = {
        (byte) 0x88, (byte) 0x82, 0, 0, 0, 0, (byte) (1001 >> 8), (byte) (1001 & 0xff)
    };

    private final HttpConnection client;
    private final HttpConnection instance;
    private final ReentrantLock towardsClient = new ReentrantLock();
    private final FrameCursor cursor = new FrameCursor();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();

    WebSocketTunnel(HttpConnection client, HttpConnection instance) {
        this.client = client;
        this.instance = instance;
    }

    /** Carries both directions until one side ends. */
    void carry() {
        Thread upwards = Thread.ofVirtual().name("websocket").start(() -> {
            try {
                copy(client.in(), instance.out());
            } catch (IOException _) {
                // Either side went away; so does the tunnel.
            } finally {
                instance.close();
            }
        });
        try {
            copyFrames(instance.in(), client.out());
        } catch (IOException _) {
            // As above.
        } finally {
            client.close();
            instance.close();
            try {
                upwards.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** True for the first who lets its lame-duck period begin. */
    boolean markDraining() {
        return draining.compareAndSet(false, true);
    }

    void clearDraining() {
        draining.set(false);
    }

    /** Ends the tunnel with 1012 at the next frame boundary; true when this call is what ends it. */
    boolean end() {
        if (!closing.compareAndSet(false, true)) {
            return false;
        }
        towardsClient.lock();
        try {
            if (cursor.isBetweenFrames()) {
                sayGoodbye();
            }
        } finally {
            towardsClient.unlock();
        }
        return true;
    }

    private void sayGoodbye() {
        try {
            client.out().write(SERVICE_RESTART);
            client.out().flush();
            instance.out().write(GOING_AWAY);
            instance.out().flush();
        } catch (IOException _) {
            // Whoever is gone needs no goodbye.
        } finally {
            // The client answers with its own close frame; half a second of reading lets it, then both ends go.
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(500);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    instance.close();
                    client.close();
                }
            });
        }
    }

    private void copyFrames(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            towardsClient.lock();
            try {
                int offset = 0;
                while (offset < read) {
                    if (closing.get() && cursor.isBetweenFrames()) {
                        return;
                    }
                    int length = cursor.advance(buffer, offset, read);
                    to.write(buffer, offset, length);
                    offset += length;
                    if (closing.get() && cursor.isBetweenFrames()) {
                        to.flush();
                        sayGoodbye();
                        awaitClient();
                        return;
                    }
                }
                to.flush();
            } finally {
                towardsClient.unlock();
            }
        }
    }

    /** Leaves the client the time to answer the goodbye before the connection goes. */
    private static void awaitClient() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }
}
