package az.qalxan.ledger;

import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.Entry;
import az.qalxan.engines.ledger.LogProof;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.Opening;
import az.qalxan.engines.ledger.TreeGrowth;
import az.qalxan.engines.ledger.TreeHash;
import az.qalxan.engines.ledger.Trust;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a proof of completeness, with neither network nor database. For one file. */
public final class CompletenessCheck {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ZipFile zip;
    private final List<NoteKey> given;
    private final Set<CompletenessVerdict.Flaw> flaws =
            EnumSet.noneOf(CompletenessVerdict.Flaw.class);
    private final Map<Long, Entry> asked = new TreeMap<>();

    private CompletenessCheck(ZipFile zip, List<NoteKey> given) {
        this.zip = zip;
        this.given = given;
    }

    /**
     * Checks that file.
     *
     * @param keys the log's and witnesses' keys as they are known from elsewhere; none: those of
     *     the file, which prove only that it fits together
     * @throws IOException when it cannot be read at all
     */
    public static CompletenessVerdict of(Path file, List<NoteKey> keys) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new CompletenessCheck(zip, keys).run();
        } catch (ZipException e) {
            return formless();
        }
    }

    private static CompletenessVerdict formless() {
        return new CompletenessVerdict(
                "",
                Optional.empty(),
                0,
                0,
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(CompletenessVerdict.Flaw.FORM));
    }

    /** The statement, and the tree that the file speaks of. */
    private record Claim(
            SubjectQuestion question,
            Digest blinded,
            long first,
            Checkpoint end,
            List<NoteKey> keys) {}

    private CompletenessVerdict run() throws IOException {
        Optional<Claim> read = claim();
        if (read.isEmpty()) {
            return formless();
        }
        Claim claim = read.get();
        List<Trust.Signed> signed = signed(claim.end(), claim.keys());
        Optional<Instant> started = start(claim);
        Optional<CompletenessVerdict.Anchor> anchor = anchor(claim);
        leaves(claim);
        List<CompletenessVerdict.Listed> acts = openings();
        return new CompletenessVerdict(
                claim.end().origin(),
                Optional.of(claim.question()),
                claim.end().head().size(),
                claim.first(),
                signed,
                started,
                !given.isEmpty(),
                anchor,
                acts,
                names(),
                List.copyOf(flaws));
    }

    private Optional<Claim> claim() throws IOException {
        try {
            JsonNode told = JSON.readTree(small(CompletenessFile.STATEMENT));
            if (!told.path("format").asString("").equals(CompletenessFile.FORMAT)) {
                return Optional.empty();
            }
            SubjectQuestion question =
                    new SubjectQuestion(
                            told.path("subject").asString(""),
                            Instant.parse(told.path("from").asString("")),
                            Instant.parse(told.path("until").asString("")));
            byte[] key = HexFormat.of().parseHex(told.path("subjectKey").asString(""));
            byte[] words = question.subject().getBytes(StandardCharsets.UTF_8);
            Optional<Checkpoint> end = Checkpoint.parse(small(CompletenessFile.CHECKPOINT));
            long first = told.path("first").asLong(-1);
            return key.length != Digest.BYTES
                    ? Optional.empty()
                    : end.map(checkpoint ->
                            new Claim(
                                    question,
                                    Digest.blinded(key, words),
                                    first,
                                    checkpoint,
                                    keys()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<NoteKey> keys() {
        if (!given.isEmpty()) {
            return given;
        }
        try {
            return new String(small(CompletenessFile.KEYS), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> NoteKey.parse(line).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Map<String, String> names() throws IOException {
        Map<String, String> names = new TreeMap<>();
        try {
            JSON.readTree(small(CompletenessFile.NAMES))
                    .properties()
                    .forEach(one -> names.put(one.getKey(), one.getValue().asString("")));
        } catch (JacksonException e) {
            flaws.add(CompletenessVerdict.Flaw.FORM);
        }
        return names;
    }

    private List<Trust.Signed> signed(Checkpoint checkpoint, List<NoteKey> keys) {
        Trust trust = checkpoint.trust(keys);
        if (!trust.byLog()) {
            flaws.add(CompletenessVerdict.Flaw.SIGNATURE);
        }
        return trust instanceof Trust.Verified verified ? verified.by() : List.of();
    }

    /** When witnesses signed the tree before the first leaf; that must be before the question. */
    private Optional<Instant> start(Claim claim) throws IOException {
        if (claim.first() == 0) {
            return Optional.empty();
        }
        Optional<Checkpoint> start =
                Checkpoint.parse(small(CompletenessFile.START))
                        .filter(one -> one.origin().equals(claim.end().origin()))
                        .filter(one -> one.head().size() == claim.first());
        Optional<Instant> at =
                start.map(one -> one.trust(claim.keys()))
                        .filter(Trust::byLog)
                        .map(Trust.Verified.class::cast)
                        .flatMap(verified ->
                                verified.by().stream()
                                        .flatMap(one -> Optional.ofNullable(one.at()).stream())
                                        .min(Instant::compareTo));
        boolean fits =
                at.isPresent()
                        && !at.get().isAfter(claim.question().signedBy())
                        && growth(claim).map(TreeGrowth::head).equals(start.map(Checkpoint::head));
        if (!fits) {
            flaws.add(CompletenessVerdict.Flaw.START);
        }
        return at;
    }

    private Optional<TreeGrowth> growth(Claim claim) throws IOException {
        byte[] peaks = small(CompletenessFile.PEAKS);
        List<TreeHash> hashes = new ArrayList<>();
        for (int i = 0; i + TreeHash.BYTES <= peaks.length; i += TreeHash.BYTES) {
            hashes.add(TreeHash.of(Arrays.copyOfRange(peaks, i, i + TreeHash.BYTES)));
        }
        return TreeGrowth.from(claim.first(), hashes);
    }

    private Optional<CompletenessVerdict.Anchor> anchor(Claim claim) throws IOException {
        byte[] leaf = small(CompletenessFile.ANCHOR + "entry");
        Optional<Entry> entry =
                Entry.parse(leaf).filter(one -> one.subject().equals(claim.blinded()));
        Optional<LogProof> proof =
                LogProof.parse(small(CompletenessFile.ANCHOR + "proof"))
                        .filter(one -> one.checkpoint().head().equals(claim.end().head()))
                        .filter(one -> one.check(leaf).proven());
        if (entry.isEmpty() || proof.isEmpty()) {
            flaws.add(CompletenessVerdict.Flaw.ANCHOR);
            return Optional.empty();
        }
        return Optional.of(new CompletenessVerdict.Anchor(proof.get().index(), entry.get().at()));
    }

    private void leaves(Claim claim) throws IOException {
        Optional<TreeGrowth> growth = growth(claim);
        ZipEntry member = zip.getEntry(CompletenessFile.ENTRIES);
        if (growth.isEmpty() || member == null) {
            flaws.add(CompletenessVerdict.Flaw.ROOT);
            return;
        }
        long size = claim.end().head().size();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(zip.getInputStream(member)))) {
            for (long place = claim.first(); place < size; place++) {
                byte[] leaf = new byte[in.readUnsignedShort()];
                in.readFully(leaf);
                growth.get().add(leaf);
                Entry.parse(leaf)
                        .filter(one -> one.subject().equals(claim.blinded()))
                        .filter(one -> claim.question().asksAbout(one.at()))
                        .ifPresent(new Noting(place)::note);
            }
        } catch (EOFException | ZipException e) {
            flaws.add(CompletenessVerdict.Flaw.ROOT);
            return;
        }
        if (!growth.get().head().equals(claim.end().head())) {
            flaws.add(CompletenessVerdict.Flaw.ROOT);
        }
    }

    private final class Noting {
        private final long place;

        private Noting(long place) {
            this.place = place;
        }

        private void note(Entry entry) {
            asked.put(place, entry);
        }
    }

    private List<CompletenessVerdict.Listed> openings() throws IOException {
        List<CompletenessVerdict.Listed> acts = new ArrayList<>();
        Map<Long, Entry> rest = new TreeMap<>(asked);
        ZipEntry member = zip.getEntry(CompletenessFile.OPENINGS);
        try (BufferedReader in = reader(member)) {
            for (String line = line(in);
                    !line.isEmpty() && acts.size() < CompletenessFile.OPENINGS_MAX;
                    line = line(in)) {
                JsonNode told = JSON.readTree(line);
                long index = told.path("index").asLong(-1);
                Entry entry = rest.remove(index);
                if (entry == null) {
                    flaws.add(CompletenessVerdict.Flaw.LIST);
                } else {
                    acts.add(listed(index, entry, told));
                }
            }
        } catch (JacksonException | ZipException e) {
            flaws.add(CompletenessVerdict.Flaw.LIST);
        }
        if (!rest.isEmpty()) {
            flaws.add(CompletenessVerdict.Flaw.LIST);
        }
        return acts;
    }

    /** The next line, as far as it is of sane length; empty at the end. */
    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
            if (line.length() == CompletenessFile.LINE_CHARS_MAX) {
                throw new ZipException("a line without end");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private BufferedReader reader(ZipEntry member) throws IOException {
        InputStream in =
                member == null ? InputStream.nullInputStream() : zip.getInputStream(member);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private CompletenessVerdict.Listed listed(long index, Entry entry, JsonNode told) {
        String closed = told.path("closed").asString("");
        String content = told.path("content").asString("");
        if (closed.isEmpty() && !opens(entry, told.path("salt").asString(""), content)) {
            flaws.add(CompletenessVerdict.Flaw.CONTENT);
        }
        return new CompletenessVerdict.Listed(
                index, entry.at(), entry.kind().word(), content, closed);
    }

    private static boolean opens(Entry entry, String salt, String content) {
        return Digest.ofHex(salt)
                .map(bytes ->
                        Opening.of(bytes.bytes(), content.getBytes(StandardCharsets.UTF_8))
                                .opens(entry))
                .orElse(false);
    }

    /** A member of modest size; empty bytes where it is not there. */
    private byte[] small(String name) throws IOException {
        ZipEntry member = zip.getEntry(name);
        if (member == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(member)) {
            return in.readNBytes(CompletenessFile.SMALL_BYTES_MAX);
        } catch (ZipException e) {
            return new byte[0];
        }
    }
}
