package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one item of a bundle: entry, proof, content, and which files it vouches for. */
final class ItemCheck {

    static final int CONTENT_BYTES_MAX = 16 << 20;

    private static final int PROOF_BYTES_MAX = 2 * SignedNote.BYTES_MAX;
    private static final int LABEL_BYTES_MAX = 4 * BundleItem.LABEL_LENGTH_MAX + 1;
    private static final int FILES_BYTES_MAX = 16 << 20;
    private static final Pattern NAMED = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");
    private static final Pattern FILE =
            Pattern.compile("([0-9a-f]{64}) (0|[1-9][0-9]{0,17}) (\\P{Cc}{1,1024})");

    /** A file that the item says it vouches for. */
    record Listed(Digest sha256, long length, String path) {}

    private final String id;
    private final String folder;
    private final BundleMembers members;
    private final byte @Nullable [] checkpoint;
    private final List<BundleFlaw> flaws = new ArrayList<>();
    private final Set<Digest> named = new HashSet<>();
    private final List<Listed> listed = new ArrayList<>();
    private final List<String> vouched = new ArrayList<>();
    private @Nullable Entry entry;
    private String label = "";
    private long index = -1;
    private boolean opened;

    /**
     * Of the item in that folder.
     *
     * @param checkpoint the bundle's; absent where it is not there or not signed
     */
    ItemCheck(String id, BundleMembers members, byte @Nullable [] checkpoint) {
        this.id = id;
        this.folder = LedgerBundle.ITEMS + id + "/";
        this.members = members;
        this.checkpoint = checkpoint;
    }

    void run() throws IOException {
        readEntry();
        readProof();
        if (members.has(folder + "salt") || members.has(folder + "content")) {
            readContent();
        }
        if (members.has(folder + "label")) {
            readLabel();
        }
        if (members.has(folder + "files")) {
            readFiles();
        }
    }

    private void flaw(BundleFlaw.Kind kind, String member) {
        flaws.add(new BundleFlaw(kind, member, null));
    }

    private void readEntry() throws IOException {
        String name = folder + "entry";
        Optional<byte[]> bytes = members.take(name, Entry.BYTES_MAX, flaws);
        entry = bytes.flatMap(Entry::parse).orElse(null);
        if (bytes.isPresent() && (entry == null || !entry.id().toString().equals(id))) {
            flaw(BundleFlaw.Kind.FORM, name);
            entry = null;
        }
    }

    private void readProof() throws IOException {
        String name = folder + "proof";
        Optional<byte[]> bytes = members.take(name, PROOF_BYTES_MAX, flaws);
        if (bytes.isEmpty()) {
            return;
        }
        Optional<LogProof> proof = LogProof.parse(bytes.get());
        if (proof.isEmpty() || !Arrays.equals(proof.get().bytes(), bytes.get())) {
            flaw(BundleFlaw.Kind.FORM, name);
            return;
        }
        if (checkpoint == null) {
            flaw(BundleFlaw.Kind.SIGNATURE, LedgerBundle.CHECKPOINT);
        } else if (!Arrays.equals(checkpoint, proof.get().checkpoint().bytes())) {
            flaw(BundleFlaw.Kind.OTHER_CHECKPOINT, name);
        }
        index = proof.get().index();
        if (entry != null && !proof.get().check(entry.bytes()).proven()) {
            flaw(BundleFlaw.Kind.PROOF, name);
        }
    }

    private void readContent() throws IOException {
        Optional<byte[]> salt = members.take(folder + "salt", Opening.SALT_BYTES, flaws);
        Optional<byte[]> content = members.take(folder + "content", CONTENT_BYTES_MAX, flaws);
        if (salt.isEmpty() || content.isEmpty() || entry == null) {
            return;
        }
        boolean opens =
                salt.get().length == Opening.SALT_BYTES
                        && Opening.of(salt.get(), content.get()).opens(entry);
        if (!opens) {
            flaw(BundleFlaw.Kind.CONTENT, folder + "content");
            return;
        }
        opened = true;
        Matcher names = NAMED.matcher(new String(content.get(), StandardCharsets.ISO_8859_1));
        while (names.find()) {
            Digest.ofHex(names.group(1)).ifPresent(named::add);
        }
    }

    private void readLabel() throws IOException {
        String name = folder + "label";
        List<String> lines = new ArrayList<>();
        members.lines(name, LABEL_BYTES_MAX, flaws).orElse(List.of("")).forEach(lines::add);
        if (lines.size() == 1 && BundleItem.isLabel(lines.getFirst())) {
            label = lines.getFirst();
        } else {
            flaw(BundleFlaw.Kind.FORM, name);
        }
    }

    private void readFiles() throws IOException {
        String name = folder + "files";
        for (String line : members.lines(name, FILES_BYTES_MAX, flaws).orElse(List.of())) {
            Matcher file = FILE.matcher(line);
            if (!file.matches() || !members.list()) {
                flaw(BundleFlaw.Kind.FORM, name);
                return;
            }
            Digest sha256 = Digest.ofHex(file.group(1)).orElse(Digest.NONE);
            listed.add(new Listed(sha256, Long.parseLong(file.group(2)), file.group(3)));
        }
    }

    List<Listed> listed() {
        return listed;
    }

    /** Compares a listed file with what is there. */
    void compare(Listed file, FileCheck.@Nullable Finding finding) {
        if (finding == null) {
            flaw(BundleFlaw.Kind.MISSING, file.path());
        } else if (!finding.sha256().equals(file.sha256()) || finding.length() != file.length()) {
            for (BundleFlaw.ByteRange range : finding.damage()) {
                flaws.add(new BundleFlaw(BundleFlaw.Kind.FILE, file.path(), range));
            }
        } else if (!named.contains(file.sha256())) {
            flaw(BundleFlaw.Kind.UNNAMED_FILE, file.path());
        } else {
            vouched.add(file.path());
        }
    }

    /** The digests of files that the record names; none where the item is not valid. */
    Set<Digest> named() {
        return flaws.isEmpty() ? named : Set.of();
    }

    BundleVerdict.ItemVerdict verdict() {
        return new BundleVerdict.ItemVerdict(id, label, entry, index, opened, vouched, flaws);
    }
}
