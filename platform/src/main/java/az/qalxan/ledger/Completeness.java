package az.qalxan.ledger;

import az.qalxan.database.ActingAs;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.Entry;
import az.qalxan.engines.ledger.LogReader;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.Opening;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes proofs that a list of acts is complete: every leaf from a checkpoint on, the key of the
 * one subject that is asked about, and what opens its leaves without telling what they withhold.
 * Other leaves tell the reader nothing.
 */
@Component
public class Completeness {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FIND_MAX = 1_000;

    private final EntryStore entries;
    private final Blinding blinding;
    private final LogHome home;
    private final LogKey key;
    private final ObjectProvider<LedgerSource> source;
    private final TransactionTemplate snapshot;

    Completeness(
            EntryStore entries,
            Blinding blinding,
            LogHome home,
            LogKey key,
            ObjectProvider<LedgerSource> source,
            PlatformTransactionManager manager) {
        this.entries = entries;
        this.blinding = blinding;
        this.home = home;
        this.key = key;
        this.source = source;
        this.snapshot = new TransactionTemplate(manager);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * What stands around the leaves.
     *
     * @param start a checkpoint that a witness cosigned before the time that is asked about;
     *     absent: the proof begins with the log
     * @param end the checkpoint up to which the log is told, with its cosignatures
     * @param witnesses their keys
     * @param names says how accounts are called; proves nothing
     */
    public record Frame(
            @Nullable Checkpoint start,
            Checkpoint end,
            List<NoteKey> witnesses,
            Function<Set<String>, Map<String, String>> names) {

        /** Copies the list. */
        public Frame {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** Writes the proof; how many acts it lists. */
    public long write(SubjectQuestion question, Frame frame, OutputStream out) {
        return ActingAs.call(
                Sequencer.JOB,
                () ->
                        Objects.requireNonNull(
                                snapshot.execute(status -> {
                                    try (ZipOutputStream zip = new ZipOutputStream(out)) {
                                        zip.setLevel(Deflater.BEST_SPEED);
                                        return write(question, frame, zip);
                                    } catch (IOException e) {
                                        throw new LogUnusable("the proof cannot be written", e);
                                    }
                                })));
    }

    private long write(SubjectQuestion question, Frame frame, ZipOutputStream zip)
            throws IOException {
        LogReader reader = new LogReader(home.files(), frame.end());
        Checkpoint start = frame.start();
        long first = start == null ? 0 : start.head().size();
        put(zip, CompletenessFile.STATEMENT, statement(question, first));
        put(zip, CompletenessFile.KEYS, keys(frame));
        put(zip, CompletenessFile.CHECKPOINT, frame.end().bytes());
        if (start != null) {
            put(zip, CompletenessFile.START, start.bytes());
        }
        ByteArrayOutputStream peaks = new ByteArrayOutputStream();
        reader.peaks(first).forEach(hash -> peaks.writeBytes(hash.bytes()));
        put(zip, CompletenessFile.PEAKS, peaks.toByteArray());
        Digest blinded = blinding.of(question.subject());
        anchor(reader, blinded, zip);
        Map<Long, Entry> asked = leaves(reader, first, new Asked(question, blinded), zip);
        Set<String> accounts = openings(asked, zip);
        put(zip, CompletenessFile.NAMES, JSON.writeValueAsBytes(frame.names().apply(accounts)));
        put(zip, CompletenessFile.HOW, how());
        return asked.size();
    }

    private record Asked(SubjectQuestion question, Digest blinded) {

        boolean matches(Entry entry) {
            return entry.subject().equals(blinded) && question.asksAbout(entry.at());
        }
    }

    private byte[] statement(SubjectQuestion question, long first) {
        ObjectNode told = JSON.createObjectNode();
        told.put("format", CompletenessFile.FORMAT);
        told.put("origin", key.origin());
        told.put("subject", question.subject());
        told.put("subjectKey", HexFormat.of().formatHex(blinding.key(question.subject())));
        told.put("from", question.from().toString());
        told.put("until", question.until().toString());
        told.put("first", first);
        return JSON.writeValueAsBytes(told);
    }

    private byte[] keys(Frame frame) {
        List<NoteKey> all = new ArrayList<>(List.of(key.key()));
        all.addAll(frame.witnesses());
        return all.stream()
                .map(one -> one.text() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The first leaf of all about the subject: it shows that the key is the right one. */
    private void anchor(LogReader reader, Digest blinded, ZipOutputStream zip) throws IOException {
        long size = reader.checkpoint().head().size();
        for (long place = 0; place < size; place += LogReader.BUNDLE) {
            List<byte[]> bundle = reader.bundle(place / LogReader.BUNDLE);
            for (int i = 0; i < bundle.size(); i++) {
                Optional<Entry> entry = Entry.parse(bundle.get(i));
                if (entry.isPresent() && entry.get().subject().equals(blinded)) {
                    put(zip, CompletenessFile.ANCHOR + "entry", bundle.get(i));
                    put(zip, CompletenessFile.ANCHOR + "proof", reader.proof(place + i).bytes());
                    return;
                }
            }
        }
    }

    /** Writes every leaf; those that are asked about, by their places. */
    private static Map<Long, Entry> leaves(
            LogReader reader, long first, Asked asked, ZipOutputStream zip) throws IOException {
        Map<Long, Entry> found = new LinkedHashMap<>();
        long size = reader.checkpoint().head().size();
        zip.putNextEntry(new ZipEntry(CompletenessFile.ENTRIES));
        List<byte[]> bundle = List.of();
        for (long place = first; place < size; place++) {
            if (place == first || place % LogReader.BUNDLE == 0) {
                bundle = reader.bundle(place / LogReader.BUNDLE);
            }
            byte[] leaf = bundle.get((int) (place % LogReader.BUNDLE));
            zip.write(Framed.of(List.of(leaf)));
            Optional<Entry> entry = Entry.parse(leaf).filter(asked::matches);
            if (entry.isPresent()) {
                found.put(place, entry.get());
            }
        }
        zip.closeEntry();
        return found;
    }

    /** One line a leaf that is asked about: what opens it, or why it stays closed. */
    private Set<String> openings(Map<Long, Entry> asked, ZipOutputStream zip) throws IOException {
        Set<String> accounts = new HashSet<>();
        zip.putNextEntry(new ZipEntry(CompletenessFile.OPENINGS));
        List<Long> places = new ArrayList<>(asked.keySet());
        for (int i = 0; i < places.size(); i += FIND_MAX) {
            List<Long> some = places.subList(i, Math.min(places.size(), i + FIND_MAX));
            Some page = opened(some);
            for (EntryStore.Placed placed : page.placed()) {
                zip.write(JSON.writeValueAsBytes(line(placed, page.records())));
                zip.write('\n');
            }
            page.records()
                    .values()
                    .forEach(one -> accounts.add(one.shown().getOrDefault("account", "")));
        }
        zip.closeEntry();
        return accounts;
    }

    private record Some(
            List<EntryStore.Placed> placed, Map<Long, LedgerSource.SourceRecord> records) {}

    private Some opened(List<Long> places) {
        List<EntryStore.Placed> placed = entries.at(places);
        List<Long> numbers =
                placed.stream().map(EntryStore.Placed::number).filter(Objects::nonNull).toList();
        Map<Long, LedgerSource.SourceRecord> records = new HashMap<>();
        source.getObject().find(numbers).forEach(one -> records.put(one.number(), one));
        return new Some(placed, records);
    }

    private static ObjectNode line(
            EntryStore.Placed placed, Map<Long, LedgerSource.SourceRecord> records) {
        ObjectNode line = JSON.createObjectNode().put("index", placed.place());
        Long number = placed.number();
        LedgerSource.SourceRecord record = number == null ? null : records.get(number);
        Salts salts = placed.salts();
        if (record == null || salts == null) {
            return line.put("closed", number == null ? "fact" : "erased");
        }
        Opening opening = Leaves.opening(record, salts);
        return line.put("salt", HexFormat.of().formatHex(opening.salt()))
                .put("content", new String(opening.content(), StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] how() throws IOException {
        try (var in = Completeness.class.getResourceAsStream("/ledger/how-to-check.txt")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
