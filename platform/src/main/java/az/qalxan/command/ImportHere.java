package az.qalxan.command;

import az.qalxan.reporting.FileImports;
import az.qalxan.reporting.FileProgress;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** An import into a data folder; starts its database when no server holds it. */
final class ImportHere implements ImportSide {

    private final ConfigurableApplicationContext started;
    private final FileImports imports;
    private final Text text;
    private final String body;

    private ImportHere(ConfigurableApplicationContext started, String body) {
        this.started = started;
        this.imports = started.getBean(FileImports.class);
        this.text = started.getBean(Texts.class).in(Language.EN);
        this.body = body;
    }

    static ImportHere open(Path data, String body) {
        return new ImportHere(Platform.quietly(data), body);
    }

    @Override
    public CheckedFile check(Path file) throws IOException, ImportRefused {
        try (InputStream content = Files.newInputStream(file)) {
            return switch (imports.check(body, file.getFileName().toString(), content)) {
                case FileImports.Checked.Unreadable(String why) ->
                        throw new ImportRefused("not a CSV file of reports: " + why);
                case FileImports.Checked.Readable(var progress, boolean repeated, var first) ->
                        new CheckedFile(
                                progress.id(),
                                repeated,
                                first.stream().flatMap(this::cells).toList());
            };
        }
    }

    private Stream<WrongCell> cells(FileImports.WrongRow row) {
        return row.violations().stream()
                .map(wrong -> new WrongCell(row.row(), wrong.location(), wrong.in(text)));
    }

    @Override
    public Progress start(UUID id) {
        return progress(imports.start(body, id));
    }

    @Override
    public Progress drop(UUID id) {
        return progress(imports.drop(body, id));
    }

    @Override
    public Progress progress(UUID id) {
        return progress(imports.progress(body, id));
    }

    private static Progress progress(FileProgress one) {
        return new Progress(
                one.id(), one.state(), one.rows(), one.wrong(), one.done(), one.stored());
    }

    @Override
    public void close() {
        started.close();
    }
}
