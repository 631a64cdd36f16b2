package az.qalxan.engines.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A vault in a folder of the file system, which several processes may share. */
final class FolderFiles implements VaultFiles {

    private static final String TEMPORARY = ".new";

    /** A process cannot hold two locks of the system on one file, whoever asks in it. */
    private static final Map<Path, ReentrantLock> OWN = new ConcurrentHashMap<>();

    private final Path root;

    FolderFiles(Path root) throws IOException {
        Files.createDirectories(root);
        this.root = root.toRealPath();
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
                throw new VaultRefused(
                        VaultRefused.Why.UNREADABLE, path + ", larger than " + bytesMax + " bytes");
            }
            return Optional.of(bytes);
        }
    }

    @Override
    public boolean create(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Path temporary = written(file, bytes);
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(temporary);
        }
        force(folder(file), StandardOpenOption.READ);
        return true;
    }

    @Override
    public void replace(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.move(
                written(file, bytes),
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        force(folder(file), StandardOpenOption.READ);
    }

    /** The bytes, for certain, under a name that nobody lists. */
    private Path written(Path file, byte[] bytes) throws IOException {
        enter(folder(file));
        Path temporary = file.resolveSibling(UUID.randomUUID() + TEMPORARY);
        boolean whole = false;
        try (FileChannel out =
                FileChannel.open(
                        temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            fill(out, 0, ByteBuffer.wrap(bytes));
            out.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(temporary);
            }
        }
        return temporary;
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " lies in no folder");
        }
        return folder;
    }

    /** Makes the folder and those above it, for certain. */
    private void enter(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.createDirectories(folder);
        for (Path up = folder; up != null && up.startsWith(root); up = up.getParent()) {
            force(up, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void fill(FileChannel out, long from, ByteBuffer bytes) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
    }

    @Override
    public Body write(String path) throws IOException {
        Path file = root.resolve(path);
        enter(folder(file));
        boolean fresh = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        return new FileBody(channel, fresh ? folder(file) : null);
    }

    @Override
    public Optional<Body> body(String path) throws IOException {
        Path file = root.resolve(path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new FileBody(FileChannel.open(file, StandardOpenOption.READ), null))
                : Optional.empty();
    }

    @Override
    public List<String> list(String path) throws IOException {
        Path folder = root.resolve(path);
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                names.add(String.valueOf(file.getFileName()));
            }
        }
        names.removeIf(name -> name.endsWith(TEMPORARY));
        names.sort(null);
        return names;
    }

    @Override
    public void delete(String path) throws IOException {
        Path file = root.resolve(path);
        if (Files.deleteIfExists(file)) {
            force(folder(file), StandardOpenOption.READ);
        }
    }

    @Override
    public Held lock(String name) throws IOException {
        Path file = root.resolve("locks").resolve(name);
        enter(folder(file));
        ReentrantLock own = OWN.computeIfAbsent(file, path -> new ReentrantLock());
        own.lock();
        boolean held = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock();
            held = lock.isValid();
            return new FileHeld(channel, own);
        } finally {
            if (!held) {
                own.unlock();
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private record FileHeld(FileChannel channel, ReentrantLock own) implements Held {
        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                own.unlock();
            }
        }
    }

    /** A file that is open; its folder too has to be made certain when the file is new. */
    private static final class FileBody implements Body {

        private final FileChannel channel;
        private @Nullable Path entered;

        FileBody(FileChannel channel, @Nullable Path entered) {
            this.channel = channel;
            this.entered = entered;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            int from = into.position();
            while (into.hasRemaining() && channel.read(into, at + into.position() - from) >= 0) {
                // until the buffer is full or the file ends
            }
            return into.position() - from;
        }

        @Override
        public void write(long at, ByteBuffer bytes) throws IOException {
            fill(channel, at, bytes);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void sync() throws IOException {
            channel.force(false);
            if (entered != null) {
                force(entered, StandardOpenOption.READ);
                entered = null;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
