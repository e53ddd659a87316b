package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.SqlFile;
import com.crewyard.deployment.catalog.SqlFiles;
import com.crewyard.deployment.releases.Configuration.MigrationFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of both halves of the migrations. */
final class MigrationSets {

    private MigrationSets() {}

    static Map<String, SqlFiles> of(AppFile file) {
        Map<String, SqlFiles> sql = new TreeMap<>();
        file.spec().migrations().halves().forEach((name, half) -> sql.put(name, SqlFiles.of(file, name, half)));
        return sql;
    }

    /** What a release keeps of them. */
    static Map<String, List<MigrationFile>> kept(Map<String, SqlFiles> sql) {
        Map<String, List<MigrationFile>> kept = new TreeMap<>();
        sql.forEach((half, files) -> {
            if (files instanceof SqlFiles.Read(List<SqlFile> all)) {
                kept.put(half, all.stream().map(MigrationFile::of).toList());
            }
        });
        return kept;
    }
}
