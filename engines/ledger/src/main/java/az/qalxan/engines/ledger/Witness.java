package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cosigns checkpoints of the logs that it watches, of each log one history only (C2SP
 * tlog-witness). What it saw is kept before it signs, so that no crash makes it sign a second
 * history.
 */
public final class Witness {

    private final NoteSigner signer;
    private final Map<String, List<NoteKey>> logs;
    private final WitnessStates states;
    private final Clock clock;
    private boolean broken;

    Witness(NoteSigner signer, Map<String, List<NoteKey>> logs, WitnessStates states, Clock clock) {
        this.signer = signer;
        this.logs = Map.copyOf(logs);
        this.states = states;
        this.clock = clock;
    }

    /** Over files that nobody else writes to. */
    static Witness over(
            LogFiles files, NoteSigner signer, Map<String, List<NoteKey>> logs, Clock clock) {
        return new Witness(signer, logs, new WitnessFolder(files), clock);
    }

    /**
     * A witness that keeps what it saw in that folder. No other process may use it; {@link
     * WitnessHome} sees to that.
     *
     * @param logs by origin the keys that sign for it
     */
    public static Witness in(
            Path folder, NoteSigner signer, Map<String, List<NoteKey>> logs, Clock clock)
            throws IOException {
        Files.createDirectories(folder);
        return over(new FolderFiles(folder), signer, logs, clock);
    }

    /** What a witness over these files last saw of that log. */
    static TreeHead seen(LogFiles files, String origin) throws IOException {
        return new WitnessFolder(files).last(origin).orElse(TreeHead.OF_NOTHING);
    }

    /** Lets a log begin with a tree that was seen under another name, unless it has begun. */
    static void begin(LogFiles files, String origin, TreeHead head) throws IOException {
        WitnessFolder states = new WitnessFolder(files);
        if (head.size() > 0 && states.last(origin).isEmpty()) {
            states.keep(origin, head);
        }
    }

    /**
     * Answers the body of an {@code add-checkpoint} request.
     *
     * @throws IOException when what it saw cannot be read or kept; then it signs nothing more until
     *     it is begun anew
     */
    public synchronized WitnessAnswer add(byte[] request) throws IOException {
        Optional<WitnessRequest> read = WitnessRequest.parse(request);
        if (read.isEmpty()) {
            return new WitnessAnswer.Refused(WitnessAnswer.Why.BAD_REQUEST);
        }
        Checkpoint checkpoint = read.get().checkpoint();
        List<NoteKey> keys = logs.get(checkpoint.origin());
        if (keys == null) {
            return new WitnessAnswer.Refused(WitnessAnswer.Why.UNKNOWN_LOG);
        }
        if (!checkpoint.trust(keys).byLog()) {
            return new WitnessAnswer.Refused(WitnessAnswer.Why.NOT_SIGNED);
        }
        if (read.get().oldSize() > checkpoint.head().size()) {
            return new WitnessAnswer.Refused(WitnessAnswer.Why.BAD_REQUEST);
        }
        return follow(read.get(), states.last(checkpoint.origin()).orElse(TreeHead.OF_NOTHING));
    }

    private WitnessAnswer follow(WitnessRequest request, TreeHead last) throws IOException {
        Checkpoint checkpoint = request.checkpoint();
        TreeHead head = checkpoint.head();
        if (request.oldSize() != last.size()) {
            return new WitnessAnswer.Stale(last.size());
        }
        if (head.size() == last.size() && !head.root().equals(last.root())) {
            return new WitnessAnswer.Forked(last.size());
        }
        boolean follows =
                last.size() == 0
                        ? request.proof().isEmpty()
                        : Merkle.consistency(last, head, request.proof()).proven();
        if (!follows) {
            return new WitnessAnswer.Refused(WitnessAnswer.Why.INCONSISTENT);
        }
        if (broken) {
            throw new LogRefused("what was seen could not be kept before; begin anew");
        }
        broken = true;
        states.keep(checkpoint.origin(), head);
        broken = false;
        NoteSignature signature = signer.cosign(checkpoint.note(), clock.instant());
        return new WitnessAnswer.Cosigned(signature.line());
    }

    /** The last tree that it saw of each log that it follows; without leaves where it saw none. */
    public synchronized SortedMap<String, TreeHead> seen() throws IOException {
        SortedMap<String, TreeHead> seen = new TreeMap<>();
        for (String origin : logs.keySet()) {
            seen.put(origin, states.last(origin).orElse(TreeHead.OF_NOTHING));
        }
        return seen;
    }

    public NoteKey key() {
        return signer.key();
    }

    /** What it saw last of each log, kept as one small file a log. */
    private record WitnessFolder(LogFiles files) implements WitnessStates {

        @Override
        public Optional<TreeHead> last(String origin) throws IOException {
            Optional<byte[]> stored = files.read(path(origin), SignedNote.BYTES_MAX);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            String[] lines = new String(stored.get(), StandardCharsets.UTF_8).split("\n");
            Optional<TreeHash> root =
                    lines.length == 3 && lines[0].equals(origin)
                            ? TreeHash.ofBase64(lines[2])
                            : Optional.empty();
            long size = root.isPresent() ? Checkpoint.size(lines[1]) : -1;
            if (size < 0 || root.isEmpty()) {
                throw new LogRefused("what was seen of " + origin + " cannot be read");
            }
            return Optional.of(new TreeHead(size, root.get()));
        }

        @Override
        public void keep(String origin, TreeHead head) throws IOException {
            byte[] text = Checkpoint.text(origin, head).getBytes(StandardCharsets.UTF_8);
            files.replace(path(origin), text);
        }

        private static String path(String origin) {
            byte[] name = origin.getBytes(StandardCharsets.UTF_8);
            return "seen/" + java.util.HexFormat.of().formatHex(Hasher.sha256().digest(name));
        }
    }
}
