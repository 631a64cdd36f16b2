package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a bundle: the archive, the checkpoint, each item, each time stamp, each file. */
final class BundleCheck {

    private static final int KEYS_BYTES_MAX = 65_536;
    private static final int BLOCKS_BYTES_MAX = 64 << 20;
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ITEM =
            Pattern.compile(
                    LedgerBundle.ITEMS + "(" + ID + ")/(?:entry|proof|salt|content|label|files)");
    private static final Pattern STAMP =
            Pattern.compile(LedgerBundle.STAMPS + "[1-9][0-9]{0,2}\\.tsr");
    private static final Pattern BLOCKS = Pattern.compile(LedgerBundle.BLOCKS + "[0-9a-f]{64}");

    private final BundleTrust trust;
    private final MemberReader reader;
    private final Archive archive;
    private final BundleMembers members;
    private final List<BundleFlaw> flaws = new ArrayList<>();
    private final Map<String, ItemCheck> items = new LinkedHashMap<>();
    private final List<BundleVerdict.StampVerdict> stamps = new ArrayList<>();
    private final List<String> uncovered = new ArrayList<>();
    private List<Trust.Signed> signed = List.of();
    private BundleVerdict.KeyTrust keyTrust = BundleVerdict.KeyTrust.NONE;

    private BundleCheck(FileChannel file, BundleTrust trust) throws IOException {
        this.trust = trust;
        this.reader = new MemberReader(file);
        this.archive = Archive.read(file);
        this.members = new BundleMembers(archive, reader);
    }

    static BundleVerdict of(FileChannel file, BundleTrust trust) throws IOException {
        return new BundleCheck(file, trust).run();
    }

    private BundleVerdict run() throws IOException {
        flaws.addAll(archive.flaws());
        if (archive.members().isEmpty()) {
            if (flaws.isEmpty()) {
                flaw(BundleFlaw.Kind.MISSING, LedgerBundle.CHECKPOINT);
            }
            return verdict("", 0);
        }
        Optional<byte[]> bytes = members.take(LedgerBundle.CHECKPOINT, SignedNote.BYTES_MAX, flaws);
        Optional<Checkpoint> checkpoint = bytes.flatMap(Checkpoint::parse);
        if (bytes.isPresent() && checkpoint.isEmpty()) {
            flaw(BundleFlaw.Kind.FORM, LedgerBundle.CHECKPOINT);
        }
        List<NoteKey> inside = keys();
        if (checkpoint.isPresent()) {
            judge(checkpoint.get(), inside);
        }
        boolean stands = checkpoint.isPresent() && keyTrust != BundleVerdict.KeyTrust.NONE;
        sort(stands ? bytes.get() : null, bytes.orElse(new byte[0]));
        for (ItemCheck item : items.values()) {
            item.run();
        }
        compareFiles();
        members.readTheRest(flaws);
        return verdict(
                checkpoint.map(Checkpoint::origin).orElse(""),
                checkpoint.map(one -> one.head().size()).orElse(0L));
    }

    private BundleVerdict verdict(String origin, long size) {
        List<BundleVerdict.ItemVerdict> verdicts =
                items.values().stream().map(ItemCheck::verdict).toList();
        return new BundleVerdict(
                origin, size, keyTrust, signed, verdicts, stamps, uncovered, flaws);
    }

    private void flaw(BundleFlaw.Kind kind, String member) {
        flaws.add(new BundleFlaw(kind, member, null));
    }

    private List<NoteKey> keys() throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        Iterable<String> lines =
                members.lines(LedgerBundle.KEYS, KEYS_BYTES_MAX, flaws).orElse(List.of());
        for (String line : lines) {
            Optional<NoteKey> key = NoteKey.parse(line);
            if (key.isEmpty()) {
                flaw(BundleFlaw.Kind.FORM, LedgerBundle.KEYS);
                return List.of();
            }
            keys.add(key.get());
        }
        return keys;
    }

    /** Who signed, and whether whoever checks knows the log's key. */
    private void judge(Checkpoint checkpoint, List<NoteKey> inside) {
        Map<String, NoteKey> known = new LinkedHashMap<>();
        trust.keys().forEach(key -> known.put(key.text(), key));
        inside.forEach(key -> known.putIfAbsent(key.text(), key));
        switch (checkpoint.trust(List.copyOf(known.values()))) {
            case Trust.Forged forged -> flaw(BundleFlaw.Kind.FORGED, LedgerBundle.CHECKPOINT);
            case Trust.Verified verified -> {
                signed = verified.by();
                keyTrust = ofLog(checkpoint.origin());
                if (keyTrust == BundleVerdict.KeyTrust.NONE || !allOutsideSigned()) {
                    flaw(BundleFlaw.Kind.SIGNATURE, LedgerBundle.CHECKPOINT);
                }
            }
        }
    }

    private BundleVerdict.KeyTrust ofLog(String origin) {
        BundleVerdict.KeyTrust found = BundleVerdict.KeyTrust.NONE;
        for (Trust.Signed one : signed) {
            NoteKey key = one.key();
            if (key.use() == NoteKey.Use.LOG && key.name().value().equals(origin)) {
                if (isOutside(key)) {
                    return BundleVerdict.KeyTrust.OUTSIDE;
                }
                found = BundleVerdict.KeyTrust.BUNDLE;
            }
        }
        return found;
    }

    private boolean isOutside(NoteKey key) {
        return trust.keys().stream().anyMatch(one -> one.text().equals(key.text()));
    }

    private boolean allOutsideSigned() {
        return trust.keys().stream()
                .allMatch(key ->
                        signed.stream().anyMatch(one -> one.key().text().equals(key.text())));
    }

    /** Sorts the ledger's files; stamps are judged at once. */
    private void sort(byte @Nullable [] checkpoint, byte[] stamped) throws IOException {
        for (ArchiveMember member : members.all()) {
            String name = member.name();
            Matcher item = ITEM.matcher(name);
            if (item.matches()) {
                items.computeIfAbsent(item.group(1), id -> new ItemCheck(id, members, checkpoint));
            } else if (STAMP.matcher(name).matches()) {
                stamps.add(stamp(name, stamped));
            } else if (name.startsWith(LedgerBundle.FOLDER)
                    && !name.equals(LedgerBundle.CHECKPOINT)
                    && !name.equals(LedgerBundle.KEYS)
                    && !BLOCKS.matcher(name).matches()
                    && !member.isFolder()) {
                flaw(BundleFlaw.Kind.FORM, name);
            }
        }
    }

    private BundleVerdict.StampVerdict stamp(String name, byte[] stamped) throws IOException {
        List<BundleFlaw> found = new ArrayList<>();
        Optional<byte[]> bytes = members.take(name, Stamp.BYTES_MAX, found);
        Optional<StampCheck> check = trust.stamps();
        StampCheck.Genuine genuine = null;
        if (bytes.isPresent() && check.isPresent()) {
            genuine = check.get().check(stamped, Stamp.of(bytes.get())).orElse(null);
            if (genuine == null) {
                found.add(new BundleFlaw(BundleFlaw.Kind.STAMP, name, null));
            }
        }
        return new BundleVerdict.StampVerdict(name, genuine, check.isPresent(), found);
    }

    private void compareFiles() throws IOException {
        Map<String, ItemCheck.Listed> listed = new HashMap<>();
        for (ItemCheck item : items.values()) {
            item.listed().forEach(file -> listed.putIfAbsent(file.path(), file));
        }
        Map<String, FileCheck.Finding> findings = new HashMap<>();
        for (ArchiveMember member : members.all()) {
            if (!member.name().startsWith(LedgerBundle.FOLDER) && !member.isFolder()) {
                findings.put(member.name(), find(member, listed.get(member.name())));
            }
        }
        for (ItemCheck item : items.values()) {
            item.listed().forEach(file -> item.compare(file, findings.get(file.path())));
        }
        Set<Digest> named = new HashSet<>();
        items.values().forEach(item -> named.addAll(item.named()));
        findings.forEach((path, finding) -> {
            if (!named.contains(finding.sha256())) {
                uncovered.add(path);
            }
        });
        uncovered.sort(null);
    }

    private FileCheck.Finding find(ArchiveMember member, ItemCheck.@Nullable Listed listed)
            throws IOException {
        List<Digest> blocks = listed == null ? List.of() : blocks(listed);
        FileCheck.Finding finding = FileCheck.of(member, blocks, reader);
        boolean asListed = listed == null || finding.sha256().equals(listed.sha256());
        if (!finding.sound() && asListed) {
            BundleFlaw.ByteRange range = reader.damage(member);
            flaws.add(new BundleFlaw(BundleFlaw.Kind.BYTES, member.name(), range));
        }
        if (asListed && !blocks.isEmpty() && !finding.blocksAgree()) {
            flaw(BundleFlaw.Kind.FORM, LedgerBundle.BLOCKS + finding.sha256().hex());
        }
        return finding;
    }

    /** What each block of that file ought to be; none where the bundle does not tell. */
    private List<Digest> blocks(ItemCheck.Listed listed) throws IOException {
        String name = LedgerBundle.BLOCKS + listed.sha256().hex();
        if (!members.has(name)) {
            boolean one = listed.length() > 0 && listed.length() <= FileDigest.BLOCK_BYTES;
            return one ? List.of(listed.sha256()) : List.of();
        }
        List<Digest> blocks = new ArrayList<>();
        for (String line : members.lines(name, BLOCKS_BYTES_MAX, flaws).orElse(List.of())) {
            Optional<Digest> block = Digest.ofHex(line);
            if (block.isEmpty()) {
                flaw(BundleFlaw.Kind.FORM, name);
                return List.of();
            }
            blocks.add(block.get());
        }
        return blocks;
    }
}
