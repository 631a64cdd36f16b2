package az.qalxan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The folder that holds everything of one installation: the database, its secrets, uploaded files.
 * Its mode is 0700 and its secrets' mode is 0600.
 */
public record DataFolder(Path path) {

    private static final Set<PosixFilePermission> FOLDER_MODE =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> SECRET_MODE =
            PosixFilePermissions.fromString("rw-------");
    private static final int SECRET_BYTES = 24;

    /**
     * Opens the folder, creating it when it is absent.
     *
     * @throws UncheckedIOException when it cannot be created or its mode cannot be set
     */
    public static DataFolder open(Path path) {
        DataFolder folder = new DataFolder(path.toAbsolutePath().normalize());
        folder.subfolder(".");
        return folder;
    }

    /** A folder below this one, created with mode 0700 when absent. */
    public Path subfolder(String name) {
        Path folder = path.resolve(name).normalize();
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, FOLDER_MODE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the data folder " + folder, e);
        }
        return folder;
    }

    /** The secret of that name: 48 hexadecimal digits, drawn once and kept with mode 0600. */
    public String secret(String name) {
        Path file = secretFile(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the secret " + file, e);
        }
    }

    /** The file of a secret; drawn when it does not exist yet. */
    Path secretFile(String name) {
        Path file = subfolder("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(SECRET_MODE));
                Files.writeString(file, drawSecret());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret " + file, e);
        }
        return file;
    }

    private static String drawSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
