package az.qalxan.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Where an import runs: in this process, or at a server. */
interface ImportSide extends AutoCloseable {

    /** A wrong cell of a row; rows are counted from 1, the header is not. */
    record WrongCell(int row, String field, String message) {}

    /** What the checking of a file gave. */
    record CheckedFile(UUID id, boolean repeated, List<WrongCell> first) {

        public CheckedFile {
            first = List.copyOf(first);
        }
    }

    /** How far an import is. */
    record Progress(UUID id, String state, int rows, int wrong, int done, int stored) {

        boolean over() {
            return !state.equals("running");
        }
    }

    /** Sends the file and has it checked. */
    CheckedFile check(Path file) throws IOException, ImportRefused;

    /** Starts a checked import or goes on with a paused one. */
    Progress start(UUID id) throws IOException, ImportRefused;

    /** Drops a checked import. */
    Progress drop(UUID id) throws IOException, ImportRefused;

    Progress progress(UUID id) throws IOException, ImportRefused;

    @Override
    void close();
}
