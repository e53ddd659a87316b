package com.crewyard.deployment.pipelines.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which engines live. A node is a state folder: commands are looked up where they were started. */
public final class Nodes {

    private static final String FILE = "node";
    private static final int DEAD_AFTER_SECONDS = 8;

    private final JdbcClient jdbc;
    private final String own;

    /** @param state the folder of the engine here */
    public Nodes(JdbcClient jdbc, Path state) {
        this.jdbc = jdbc;
        this.own = id(state);
    }

    String own() {
        return own;
    }

    public void beat() {
        jdbc.sql("""
                insert into deploy.pipeline_node (id, seen_at) values (?, clock_timestamp())
                on conflict (id) do update set seen_at = excluded.seen_at""").param(own).update();
    }

    boolean lives(String node) {
        return jdbc.sql("""
                select exists (select from deploy.pipeline_node
                               where id = ? and seen_at > clock_timestamp() - make_interval(secs => ?))""")
                .params(node, DEAD_AFTER_SECONDS)
                .query(Boolean.class)
                .single();
    }

    private static String id(Path state) {
        try {
            Path file = state.resolve(FILE);
            if (!Files.exists(file)) {
                Files.createDirectories(state);
                Files.writeString(file, UUID.randomUUID() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
