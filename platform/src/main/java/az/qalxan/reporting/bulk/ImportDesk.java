package az.qalxan.reporting.bulk;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The steps of an import, for the page and for programs alike. */
@Component
class ImportDesk {

    private static final int FILE_NAME_CHARS_MAX = 120;

    private final Imports imports;
    private final ImportStore store;
    private final CurrentCaller callers;

    ImportDesk(Imports imports, ImportStore store, CurrentCaller callers) {
        this.imports = imports;
        this.store = store;
        this.callers = callers;
    }

    Imports.Received receive(String fileName, InputStream content) {
        String name = fileName.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        Imports.Received received =
                imports.receive(
                        name.substring(0, Math.min(name.length(), FILE_NAME_CHARS_MAX)),
                        content,
                        callers.require().identity().roles());
        received.preview()
                .unreadable()
                .ifPresent(why -> {
                    throw ProblemFound.of(BulkProblem.FILE_UNREADABLE, why);
                });
        return received;
    }

    ImportStatus find(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    List<ImportStatus> newest() {
        return store.newest();
    }

    ImportFile.Preview preview(ImportStatus status) {
        return status.is("checked") && status.wrong() > 0
                ? imports.preview(status.id())
                : status.counts();
    }

    ImportStatus start(UUID id) {
        find(id);
        if (!store.move(id, "checked", "running") && !store.move(id, "paused", "running")) {
            throw ProblemFound.of(BulkProblem.IMPORT_STATE, find(id).state());
        }
        imports.start(find(id));
        return find(id);
    }

    ImportStatus pause(UUID id) {
        find(id);
        if (!store.move(id, "running", "paused")) {
            throw ProblemFound.of(BulkProblem.IMPORT_STATE, find(id).state());
        }
        return find(id);
    }

    ImportStatus drop(UUID id) {
        find(id);
        if (!store.move(id, "checked", "dropped") && !store.move(id, "paused", "dropped")) {
            throw ProblemFound.of(BulkProblem.IMPORT_STATE, find(id).state());
        }
        imports.forget(id);
        return find(id);
    }
}
