package az.qalxan.engines.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A log's files in a folder of the file system. For one writer. */
final class FolderFiles implements LogFiles {

    private static final String TEMPORARY = ".new";
    private static final int AT_ONCE = 8;

    private final Path root;
    private final Set<Path> written = new LinkedHashSet<>();
    private final Set<Path> entered = new LinkedHashSet<>();

    /** The folder may be new; then its own name is certain only when the one above it is. */
    FolderFiles(Path root) {
        this.root = root;
        Path above = root.toAbsolutePath().getParent();
        if (above != null) {
            entered.add(above);
        }
    }

    @Override
    public Optional<byte[]> read(String path, int bytesMax) throws IOException {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new OversizedFile(path, bytesMax);
            }
            return Optional.of(bytes);
        }
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        enter(folder(file));
        try (FileChannel out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            fill(out, bytes);
        }
        written.add(file);
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " lies in no folder");
        }
        return folder;
    }

    /** Makes the folder, and remembers all whose listing changed. */
    private void enter(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path up = folder; up != null && up.startsWith(root); up = up.getParent()) {
            if (!entered.add(up)) {
                return;
            }
        }
    }

    private static void fill(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            out.write(rest);
        }
    }

    @Override
    public void sync() throws IOException {
        if (written.size() <= 2) {
            for (Path file : written) {
                force(file, StandardOpenOption.WRITE);
            }
        } else {
            forceAtOnce(written);
        }
        written.clear();
        syncFolders();
    }

    /** Many at a time: the file system makes them certain together, many times faster. */
    private static void forceAtOnce(Set<Path> files) throws IOException {
        List<Callable<Void>> calls = new ArrayList<>();
        for (Path file : files) {
            calls.add(() -> {
                force(file, StandardOpenOption.WRITE);
                return null;
            });
        }
        int threads = Math.min(AT_ONCE, calls.size());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : executor.invokeAll(calls)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a file could not be made certain", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were made certain");
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    @Override
    public void replace(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Path temporary = root.resolve(path + TEMPORARY);
        enter(folder(file));
        Files.write(temporary, bytes);
        force(temporary, StandardOpenOption.WRITE);
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        entered.add(folder(file));
        syncFolders();
    }

    private void syncFolders() throws IOException {
        for (Path folder : entered) {
            force(folder, StandardOpenOption.READ);
        }
        entered.clear();
    }

    @Override
    public void forget(String folder) throws IOException {
        Path gone = root.resolve(folder);
        if (!Files.isDirectory(gone, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(gone)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(gone);
    }
}
