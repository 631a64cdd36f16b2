package az.qalxan.reporting.bulk;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.FileImports;
import az.qalxan.reporting.FileProgress;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs the imports that the command line asks for. */
@Component
class LocalImports implements FileImports {

    private final Imports imports;
    private final ImportStore store;

    LocalImports(Imports imports, ImportStore store) {
        this.imports = imports;
        this.store = store;
    }

    @Override
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

    @Override
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

    @Override
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

    @Override
    public FileProgress progress(String body, UUID id) {
        return ActingAs.call(sender(body), () -> progress(id));
    }

    private FileProgress progress(UUID id) {
        return store.find(id).orElseThrow().progress();
    }

    private static TransactionIdentity sender(String body) {
        return new TransactionIdentity("command:import", body, "", "");
    }
}
