package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder in which a body keeps its witness: the key, the logs that it follows, and what it saw of
 * them. The file {@code logs} has a line for each key of a log, {@code name+id+key}, behind which
 * may stand a space and the log's origin where that is not the key's name.
 */
public final class WitnessHome {

    private static final String KEY = "key";
    private static final String LOGS = "logs";
    private static final String CONTINUED = "continued/";
    private static final int LOGS_MAX = 1_000;

    private final Path folder;

    /** A folder that {@link #create} made. */
    public WitnessHome(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder with a new key.
     *
     * @throws IOException when there is a key already, or it cannot be written
     */
    public static NoteKey create(Path folder, KeyName name, SecureRandom random)
            throws IOException {
        Files.createDirectories(folder);
        NoteSigner signer = NoteSigner.generate(name, NoteKey.Use.WITNESS, random);
        Path file = folder.resolve(KEY);
        if (Files.exists(file)) {
            throw new LogRefused(folder + " has a key already");
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        String text = signer.key().text() + "\n" + signer.text() + "\n";
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        new FolderFiles(folder).replace(LOGS, new byte[0]);
        return signer.key();
    }

    /** Adds a log to those that it follows; it is to be begun anew to do so. */
    public void follow(NoteKey key, String origin) throws IOException {
        if (key.use() != NoteKey.Use.LOG || origin.isBlank() || origin.contains("\n")) {
            throw new LogRefused(key.text() + " is no key of a log with the origin " + origin);
        }
        String line = key.text() + (origin.equals(key.name().value()) ? "" : " " + origin) + "\n";
        Files.writeString(
                folder.resolve(LOGS), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Follows a log that ended under the name that it goes on with, and the ended one no more. The
     * next log must continue what was seen of the ended one, as far as it was restored.
     *
     * @throws LogRefused when the ended log was not followed under that key, or the witness runs
     */
    public Continuation follow(byte[] statement) throws IOException {
        Continuation read =
                Continuation.parse(statement)
                        .orElseThrow(() ->
                                new LogRefused("this is no continuation that both keys signed"));
        String origin = read.ended().name().value();
        boolean followed =
                logs().getOrDefault(origin, List.of()).stream()
                        .anyMatch(key -> key.text().equals(read.ended().text()));
        if (!followed) {
            throw new LogRefused("the log " + origin + " is not followed with that key");
        }
        FileLock lock = FolderLock.take(folder, folder + " is in use by another witness");
        try {
            LogFiles files = new FolderFiles(folder);
            TreeHead saw = Witness.seen(files, origin);
            TreeHead from = saw.size() > read.head().size() ? read.head() : saw;
            if (from.size() == read.head().size() && !from.equals(read.head())) {
                throw new LogRefused("the statement names another tree than was seen");
            }
            Witness.begin(files, read.next().name().value(), from);
            files.replace(CONTINUED + read.words().at().toEpochMilli(), statement);
            files.replace(LOGS, instead(read).getBytes(StandardCharsets.UTF_8));
            return read;
        } finally {
            lock.acquiredBy().close();
        }
    }

    /** The file of logs with the ended one as a remark. */
    private String instead(Continuation read) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve(LOGS))) {
            boolean ends = line.strip().split(" ", 2)[0].equals(read.ended().text());
            lines.append(ends ? "# ended: " : "").append(line).append('\n');
        }
        return lines.append(read.next().text()).append('\n').toString();
    }

    /** The statements by which logs that it followed went on, in their order. */
    public List<Continuation> continuations() throws IOException {
        Path kept = folder.resolve(CONTINUED);
        List<Continuation> read = new ArrayList<>();
        if (Files.isDirectory(kept)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(kept)) {
                for (Path file : files) {
                    Continuation.parse(Files.readAllBytes(file)).ifPresent(read::add);
                }
            }
        }
        read.sort(Comparator.comparing(one -> one.words().at()));
        return read;
    }

    /** What was last seen of a log, followed or not. */
    public TreeHead seen(String origin) throws IOException {
        return Witness.seen(new FolderFiles(folder), origin);
    }

    /** The logs that it follows: by origin the keys that sign for it. */
    public Map<String, List<NoteKey>> logs() throws IOException {
        Map<String, List<NoteKey>> logs = new HashMap<>();
        Path file = folder.resolve(LOGS);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.strip().split(" ", 2);
            Optional<NoteKey> key =
                    NoteKey.parse(parts[0]).filter(one -> one.use() == NoteKey.Use.LOG);
            if (key.isEmpty() || logs.size() == LOGS_MAX) {
                throw new LogRefused(file + " has a line that names no log: " + line);
            }
            String origin = parts.length == 2 ? parts[1] : key.get().name().value();
            logs.computeIfAbsent(origin, one -> new ArrayList<>()).add(key.get());
        }
        return logs;
    }

    /** The key pair. */
    public NoteSigner signer() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(KEY));
        return lines.stream()
                .findFirst()
                .flatMap(NoteKey::parse)
                .filter(key -> key.use() == NoteKey.Use.WITNESS && lines.size() == 2)
                .flatMap(key -> NoteSigner.parse(lines.get(1), key))
                .orElseThrow(() -> new LogRefused(folder.resolve(KEY) + " holds no key"));
    }

    /** A witness that has the folder to itself until it is closed. */
    public Opened open(Clock clock) throws IOException {
        NoteSigner signer = signer();
        Map<String, List<NoteKey>> logs = logs();
        FileLock lock = FolderLock.take(folder, folder + " is in use by another witness");
        boolean opened = false;
        try {
            Opened witness = new Opened(Witness.in(folder, signer, logs, clock), lock);
            opened = true;
            return witness;
        } finally {
            if (!opened) {
                lock.acquiredBy().close();
            }
        }
    }

    /** A witness and the lock on its folder. */
    public record Opened(Witness witness, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.acquiredBy().close();
        }
    }
}
