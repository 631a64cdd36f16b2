package az.qalxan.engines.evtx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** A whole file read: a line for each record, and its damages. */
@NullMarked
record Read(List<String> records, List<Damage> damages, long leftovers) {

    static Read json(byte[] file) {
        return with(file, EvtxReader::exactly, Read::json);
    }

    static Read json(byte[] file, Function<EvtxReader, EvtxReader> setting) {
        return with(file, setting, Read::json);
    }

    static Read xml(byte[] file) {
        return with(file, reader -> reader, EvtxRecord::xml);
    }

    static <T> List<T> each(byte[] file, Function<EvtxRecord, T> taken) {
        List<T> all = new ArrayList<>();
        with(
                file,
                reader -> reader,
                record -> {
                    all.add(taken.apply(record));
                    return "";
                });
        return all;
    }

    private static String json(EvtxRecord record) {
        return new String(record.json(), StandardCharsets.UTF_8);
    }

    private static Read with(
            byte[] file,
            Function<EvtxReader, EvtxReader> setting,
            Function<EvtxRecord, String> told) {
        List<String> records = new ArrayList<>();
        try (EvtxReader reader =
                setting.apply(EvtxReader.of(Channels.newChannel(new ByteArrayInputStream(file))))) {
            while (reader.next()) {
                records.add(told.apply(reader.record()));
            }
            return new Read(records, reader.damages(), reader.leftoversSkipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
