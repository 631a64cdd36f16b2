package az.qalxan.reporting.bulk;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.web.Violation;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Imports on behalf of the person at the machine, who names the body that sends the file. */
@Component
public class FileImports {

    private final Imports imports;
    private final ImportStore store;

    FileImports(Imports imports, ImportStore store) {
        this.imports = imports;
        this.store = store;
    }

    /** A wrong row; counted from 1, the header is not. */
    public record WrongRow(int row, List<Violation> violations) {

        public WrongRow {
            violations = List.copyOf(violations);
        }
    }

    /** What the checking of a file gave. */
    public sealed interface Checked {

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
    public Checked check(String body, String fileName, InputStream content) {
        TransactionIdentity sender = sender(body);
        return ActingAs.call(
                sender,
                () -> {
                    Imports.Received received = imports.receive(fileName, content, sender.roles());
                    return received.preview()
                            .unreadable()
                            .<Checked>map(Checked.Unreadable::new)
                            .orElseGet(() -> readable(received));
                });
    }

    private Checked readable(Imports.Received received) {
        return new Checked.Readable(
                progress(received.id()),
                received.repeated(),
                received.preview().first().stream()
                        .map(wrong -> new WrongRow(wrong.row(), wrong.violations()))
                        .toList());
    }

    /** Starts a checked import or goes on with a paused one. */
    public FileProgress start(String body, UUID id) {
        return ActingAs.call(
                sender(body),
                () -> {
                    if (store.move(id, "checked", "running")
                            || store.move(id, "paused", "running")) {
                        imports.start(store.find(id).orElseThrow());
                    }
                    return progress(id);
                });
    }

    /** Drops a checked import. */
    public FileProgress drop(String body, UUID id) {
        return ActingAs.call(
                sender(body),
                () -> {
                    if (store.move(id, "checked", "dropped")) {
                        imports.forget(id);
                    }
                    return progress(id);
                });
    }

    /** How far an import is. */
    public FileProgress progress(String body, UUID id) {
        return ActingAs.call(sender(body), () -> progress(id));
    }

    private FileProgress progress(UUID id) {
        return FileProgress.of(store.find(id).orElseThrow());
    }

    private static TransactionIdentity sender(String body) {
        return new TransactionIdentity("command:import", body, "", "");
    }
}
