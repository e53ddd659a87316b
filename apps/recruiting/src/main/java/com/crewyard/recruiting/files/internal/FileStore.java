package com.crewyard.recruiting.files.internal;

import com.crewyard.recruiting.files.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class FileStore {

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row that is there afterwards, which is the earlier one when there was one. */
    public StoredFile insert(StoredFile file) {
        jdbc.sql("""
                        insert into files.file (sha256, size, media_type) values (?, ?, ?)
                        on conflict (organization_id, sha256) do nothing""").params(file.sha256(), file.size(), file.mediaType()).update();
        return find(file.sha256()).orElseThrow();
    }

    public Optional<StoredFile> find(String sha256) {
        return jdbc.sql("""
                        select sha256, size, media_type from files.file
                        where organization_id = platform.current_organization() and sha256 = ?""").param(sha256).query(FileStore::read).optional();
    }

    private static StoredFile read(ResultSet row, int number) throws SQLException {
        return new StoredFile(row.getString("sha256"), row.getLong("size"), row.getString("media_type"));
    }
}
