package az.qalxan.engines.linking.series;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a batch. A file stands under its name only when it is whole and on the disk. */
record BatchFiles(Path folder) {

    private static final int BUFFER_BYTES = 1 << 18;

    boolean has(String name) {
        return Files.exists(path(name));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    DataInputStream read(String name) throws IOException {
        return new DataInputStream(
                new BufferedInputStream(Files.newInputStream(path(name)), BUFFER_BYTES));
    }

    /** Begins a file; {@link Draft#finish} gives it its name. */
    Draft write(String name) throws IOException {
        return new Draft(path(name + ".new"), path(name));
    }

    /** Goes on with a file behind so many bytes; what follows them is cut off. */
    static Growing append(Path path, long length) throws IOException {
        return new Growing(path, length);
    }

    void clear() throws IOException {
        List<Path> all;
        try (Stream<Path> listed = Files.list(folder)) {
            all = listed.toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    private static DataOutputStream buffered(FileOutputStream file) {
        return new DataOutputStream(new BufferedOutputStream(file, BUFFER_BYTES));
    }

    /** A file that is not yet whole. */
    static final class Draft implements AutoCloseable {

        private final Path draft;
        private final Path whole;
        private final FileOutputStream file;
        private final DataOutputStream out;

        private Draft(Path draft, Path whole) throws IOException {
            this.draft = draft;
            this.whole = whole;
            this.file = new FileOutputStream(draft.toFile());
            this.out = buffered(file);
        }

        DataOutputStream out() {
            return out;
        }

        void finish() throws IOException {
            out.flush();
            file.getFD().sync();
            Files.move(
                    draft,
                    whole,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** A file that is appended to, and of which some length is known to be good. */
    static final class Growing implements AutoCloseable {

        private final FileOutputStream file;
        private final DataOutputStream out;

        private Growing(Path path, long length) throws IOException {
            this.file = new FileOutputStream(path.toFile(), true);
            file.getChannel().truncate(length);
            this.out = buffered(file);
        }

        DataOutputStream out() {
            return out;
        }

        /** Makes sure that everything is on the disk; gives the length that is good now. */
        long save() throws IOException {
            out.flush();
            file.getFD().sync();
            return file.getChannel().size();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
