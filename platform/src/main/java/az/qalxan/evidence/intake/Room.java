package az.qalxan.evidence.intake;

import az.qalxan.database.DataFolder;
import az.qalxan.web.ProblemFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Whether the disk of the vault takes so many bytes more. */
@Component
final class Room {

    private final Path folder;
    private final IntakeSettings settings;

    Room(DataFolder data, IntakeSettings settings) {
        this.folder = data.path();
        this.settings = settings;
    }

    /** Or the problem that there is none. */
    void require(long bytes) {
        if (usable() < bytes + settings.freeBytesMin()) {
            throw ProblemFound.of(IntakeProblem.INTAKE_NO_ROOM);
        }
    }

    /** Whether what went wrong with so many bytes is that the disk was full. */
    boolean lacked(long bytes) {
        return usable() < 2 * bytes + settings.freeBytesMin() / 2;
    }

    private long usable() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask the disk of " + folder, e);
        }
    }
}
