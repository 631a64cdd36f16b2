package az.qalxan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A private PostgreSQL server whose cluster lives in the data folder and listens on the loopback
 * address only.
 *
 * <p>The process that holds the folder's lock stops the server at its end; another one only uses
 * it. After a crash of the owner the server goes on, and the next process takes the lock and with
 * it the server.
 */
final class EmbeddedServer implements DatabaseServer {

    static final String DATABASE = "qalxan";

    private static final String SUPERUSER = "postgres";
    private static final int PROGRAM_SECONDS_MAX = 120;
    private static final int PORT_LINE = 3;

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final @Nullable FileLock lock;
    private final int port;

    private EmbeddedServer(
            DataFolder folder, PostgresBinaries binaries, @Nullable FileLock lock, int port) {
        this.folder = folder;
        this.binaries = binaries;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts the server of that folder, or attaches to it when it runs already.
     *
     * @param durable false only for tests: the server then skips {@code fsync}
     */
    static EmbeddedServer start(DataFolder folder, boolean durable) {
        PostgresBinaries binaries =
                PostgresBinaries.unpack(folder.path().resolve("postgresql-programs"));
        try {
            @Nullable FileLock lock = lock(folder);
            boolean fresh = !Files.exists(cluster(folder).resolve("PG_VERSION"));
            if (fresh) {
                initialise(folder, binaries, durable);
            }
            int port = runningPort(folder, binaries);
            if (port == 0) {
                port = freePort();
                startProgram(folder, binaries, port, durable);
            }
            EmbeddedServer server = new EmbeddedServer(folder, binaries, lock, port);
            DatabaseRoles.create(server.url("postgres"), server.superuser(), server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String jdbcUrl() {
        return url(DATABASE);
    }

    @Override
    public Credentials owner() {
        return new Credentials("qalxan_owner", folder.secret("database-owner"));
    }

    @Override
    public Credentials application() {
        return new Credentials("qalxan_app", folder.secret("database-application"));
    }

    @Override
    public Credentials reader() {
        return new Credentials("qalxan_reader", folder.secret("database-reader"));
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            run(folder, binaries, "pg_ctl", "-D", cluster(folder).toString(), "-m", "fast", "stop");
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Credentials superuser() {
        return new Credentials(SUPERUSER, folder.secret("database-superuser"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whether the folder holds the data of an embedded server. */
    static boolean isIn(DataFolder folder) {
        return Files.exists(cluster(folder).resolve("PG_VERSION"));
    }

    private static Path cluster(DataFolder folder) {
        return folder.path().resolve("postgresql");
    }

    private static @Nullable FileLock lock(DataFolder folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.path().resolve("owner.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }

    private static void initialise(DataFolder folder, PostgresBinaries binaries, boolean durable)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                cluster(folder).toString(),
                                "-U",
                                SUPERUSER,
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + folder.secretFile("database-superuser"),
                                "--encoding=UTF-8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        run(folder, binaries, "initdb", arguments.toArray(String[]::new));
    }

    /** The port of the server that runs on this cluster, or 0. */
    private static int runningPort(DataFolder folder, PostgresBinaries binaries)
            throws IOException {
        Path pid = cluster(folder).resolve("postmaster.pid");
        if (!Files.exists(pid)
                || exec(folder, binaries, "pg_ctl", "-D", cluster(folder).toString(), "status")
                        != 0) {
            return 0;
        }
        return Integer.parseInt(Files.readAllLines(pid).get(PORT_LINE).strip());
    }

    private static void startProgram(
            DataFolder folder, PostgresBinaries binaries, int port, boolean durable)
            throws IOException {
        StringBuilder options = new StringBuilder("-p ").append(port);
        ServerSettings.of(durable)
                .forEach((name, value) ->
                        options.append(" -c ").append(name).append('=').append(value));
        run(
                folder,
                binaries,
                "pg_ctl",
                "-D",
                cluster(folder).toString(),
                "-w",
                "-t",
                "60",
                "-l",
                folder.path().resolve("postgresql.log").toString(),
                "-o",
                options.toString(),
                "start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(
            DataFolder folder, PostgresBinaries binaries, String program, String... arguments)
            throws IOException {
        int code = exec(folder, binaries, program, arguments);
        if (code != 0) {
            throw new IOException(
                    "PostgreSQL's "
                            + program
                            + " ended with "
                            + code
                            + "; see "
                            + folder.path().resolve("postgresql-tools.log"));
        }
    }

    private static int exec(
            DataFolder folder, PostgresBinaries binaries, String program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(RootPrefix.words());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.path().resolve("postgresql-tools.log").toFile()));
        builder.environment().put("LC_ALL", "C");
        return await(builder.start());
    }

    private static int await(Process process) {
        try {
            if (process.waitFor(PROGRAM_SECONDS_MAX, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return 124;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return 130;
        }
    }
}
