package az.qalxan.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as Maven Central ships them, unpacked once into a folder. */
record PostgresBinaries(Path root) {

    private static final int OWNER_EXECUTES = 0100;

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    /** Unpacks the programs of this platform below {@code root} unless that was done before. */
    static PostgresBinaries unpack(Path root) {
        Path marker = root.resolve(".complete");
        if (!Files.exists(marker)) {
            String archive = archive();
            try (InputStream bytes = open(archive);
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(bytes))) {
                unpack(tar, root);
                Files.writeString(marker, archive);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack PostgreSQL into " + root, e);
            }
        }
        return new PostgresBinaries(root);
    }

    private static InputStream open(String archive) throws IOException {
        InputStream bytes = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (bytes == null) {
            throw new IOException(
                    "no PostgreSQL is bundled for this platform ("
                            + archive
                            + "); give --database with the address of a server");
        }
        return bytes;
    }

    private static String archive() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        return "postgres-linux-" + (intel ? "x86_64" : "arm_64") + ".txz";
    }

    private static void unpack(TarArchiveInputStream tar, Path root) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            Path target = root.resolve(entry.getName()).normalize();
            if (!target.startsWith(root)) {
                throw new IOException("the archive leaves its folder: " + entry.getName());
            }
            write(entry, tar, target);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
