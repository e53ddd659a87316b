package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.releases.CanonicalJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pipelines that are known, in all versions that runs began with. */
public final class Definitions {

    private static final int MOST_KEPT = 1_000;

    private final JdbcClient jdbc;
    /** Versions never change. */
    private final Map<Long, Definition> kept = new ConcurrentHashMap<>();

    public Definitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a file's pipelines the ones that new runs take. */
    public List<Definition> publish(PipelineFile file, String actor) {
        return file.pipelines().keySet().stream()
                .sorted()
                .map(name -> publish(file, name, actor))
                .toList();
    }

    private Definition publish(PipelineFile file, String name, String actor) {
        long pipeline = jdbc.sql("""
                insert into deploy.pipeline (name) values (?)
                on conflict (name) do update set name = excluded.name returning id""").param(name).query(Long.class).single();
        String folder = file.base().toString();
        long version = jdbc.sql("""
                insert into deploy.pipeline_version (pipeline, digest, file, folder, text, actor)
                values (?, ?, ?, ?, ?, ?) on conflict (pipeline, digest) do update set digest = excluded.digest
                returning id""")
                .params(
                        pipeline,
                        CanonicalJson.digest(file.file() + "\n" + folder + "\n" + file.text()),
                        file.file().toString(),
                        folder,
                        file.text(),
                        actor)
                .query(Long.class)
                .single();
        jdbc.sql("update deploy.pipeline set version = ? where id = ? and version is distinct from ?")
                .params(version, pipeline, version)
                .update();
        return byVersion(version);
    }

    public Optional<Definition> current(String name) {
        return jdbc.sql("select version from deploy.pipeline where name = ? and version is not null")
                .param(name)
                .query(Long.class)
                .optional()
                .map(this::byVersion);
    }

    public List<Definition> current() {
        return jdbc
                .sql("select version from deploy.pipeline where version is not null order by name")
                .query((row, _) -> row.getLong("version"))
                .list()
                .stream()
                .map(this::byVersion)
                .toList();
    }

    public Definition byVersion(long version) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(version, this::load);
    }

    private Definition load(long version) {
        return jdbc.sql("""
                select v.pipeline, p.name, v.file, v.folder, v.text
                from deploy.pipeline_version v join deploy.pipeline p on p.id = v.pipeline where v.id = ?""")
                .param(version)
                .query((row, _) -> new Definition(
                        row.getLong("pipeline"),
                        version,
                        row.getString("file"),
                        Path.of(row.getString("folder")),
                        PipelineFile.of(
                                        Path.of(row.getString("file")),
                                        Path.of(row.getString("folder")),
                                        row.getString("text"))
                                .pipeline(row.getString("name"))))
                .single();
    }
}
