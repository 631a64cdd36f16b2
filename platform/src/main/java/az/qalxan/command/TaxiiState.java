package az.qalxan.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that keeps from where to go on: whole at any moment, also when the program is killed. */
final class TaxiiState {

    private TaxiiState() {}

    static void keep(Path state, String position) throws IOException {
        Path fresh = state.resolveSibling(state.getFileName() + ".new");
        Files.writeString(fresh, position);
        Files.move(fresh, state, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty before the first time. */
    static String kept(Path state) throws IOException {
        return Files.exists(state) ? Files.readString(state).strip() : "";
    }
}
