package az.qalxan.reporting;

import az.qalxan.web.Violation;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * Imports on behalf of the person at the machine, who names the body that sends the file. The
 * module that imports files fulfils it; the command line sees only this.
 */
public interface FileImports {

    /** A wrong row; counted from 1, the header is not. */
    record WrongRow(int row, List<Violation> violations) {

        public WrongRow {
            violations = List.copyOf(violations);
        }
    }

    /** What the checking of a file gave. */
    sealed interface Checked {

        /** It is no CSV file of reports. */
        record Unreadable(String why) implements Checked {}

        /**
         * It can be imported.
         *
         * @param repeated whether the body had sent it before
         * @param first the first wrong rows
         */
        record Readable(FileProgress progress, boolean repeated, List<WrongRow> first)
                implements Checked {

            public Readable {
                first = List.copyOf(first);
            }
        }
    }

    /** Takes a file and checks it; nothing of it is stored yet. */
    Checked check(String body, String fileName, InputStream content);

    /** Starts a checked import or goes on with a paused one. */
    FileProgress start(String body, UUID id);

    /** Drops a checked import. */
    FileProgress drop(String body, UUID id);

    /** How far an import is. */
    FileProgress progress(String body, UUID id);
}
