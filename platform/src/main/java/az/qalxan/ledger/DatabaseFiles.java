package az.qalxan.ledger;

import az.qalxan.engines.ledger.LogFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A log's files as rows. What is written becomes certain with the transaction of whoever writes, so
 * a checkpoint and all that it needs are there together or not at all.
 */
final class DatabaseFiles implements LogFiles {

    private final JdbcClient jdbc;
    private final Map<String, byte[]> written = new LinkedHashMap<>();

    DatabaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<byte[]> read(String path, int bytesMax) throws IOException {
        byte[] fresh = written.get(path);
        if (fresh != null) {
            return Optional.of(fresh.clone());
        }
        try {
            Optional<byte[]> found =
                    jdbc.sql("select bytes from ledger.file where path = :path")
                            .param("path", path)
                            .query((row, number) -> row.getBytes(1))
                            .optional();
            if (found.isPresent() && found.get().length > bytesMax) {
                throw new IOException(path + " has more than " + bytesMax + " bytes");
            }
            return found;
        } catch (DataAccessException e) {
            throw new IOException("cannot read " + path, e);
        }
    }

    @Override
    public void write(String path, byte[] bytes) {
        written.put(path, bytes.clone());
    }

    @Override
    public void sync() throws IOException {
        if (written.isEmpty()) {
            return;
        }
        try {
            jdbc.sql(
                            """
                            insert into ledger.file (path, bytes)
                            select path, bytes from unnest(:paths, :bytes) as fresh (path, bytes)
                            on conflict (path) do update set bytes = excluded.bytes
                            """)
                    .param("paths", written.keySet().toArray(String[]::new))
                    .param("bytes", written.values().toArray(byte[][]::new))
                    .update();
            written.clear();
        } catch (DataAccessException e) {
            throw new IOException("cannot write the log", e);
        }
    }

    @Override
    public void replace(String path, byte[] bytes) throws IOException {
        write(path, bytes);
        sync();
    }

    @Override
    public void forget(String folder) throws IOException {
        try {
            // The sign after the slash is 0.
            jdbc.sql("delete from ledger.file where path > :first and path < :after")
                    .param("first", folder + "/")
                    .param("after", folder + "0")
                    .update();
        } catch (DataAccessException e) {
            throw new IOException("cannot forget " + folder, e);
        }
    }
}
