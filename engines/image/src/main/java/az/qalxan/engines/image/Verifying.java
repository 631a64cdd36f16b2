package az.qalxan.engines.image;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** One verification: reckons digests over blocks in order and collects what is lost. */
final class Verifying {

    /** Findings beyond these are counted, not told. */
    static final int FINDINGS_MAX = 1_000;

    /** More zeros than these are not hashed for what is lost: no digest could agree any more. */
    static final long LOST_HASHED_MAX = 4L << 30;

    /** Says what is wrong with a lost chunk. */
    interface Finder {
        ImageFinding find(Block block, int chunk) throws IOException;
    }

    /**
     * What is verified.
     *
     * @param stored digests that its bytes should have
     * @param known findings from before
     */
    record Subject(
            DigestCheck.Scope scope,
            String file,
            long bytes,
            List<StoredDigest> stored,
            List<ImageFinding> known) {

        static Subject media(ImageFacts facts) {
            return new Subject(
                    DigestCheck.Scope.MEDIA,
                    facts.files().getLast(),
                    facts.mediaBytes(),
                    facts.digests(),
                    facts.findings());
        }
    }

    private final Subject subject;
    private final LongConsumer progress;
    private final Map<DigestKind, MessageDigest> digests = new EnumMap<>(DigestKind.class);
    private final List<ImageFinding> findings;
    private long findingsCount;
    private byte[] beyond = {};
    private long lost;
    private long bytes;
    private volatile boolean hopeless;

    Verifying(Subject subject, Set<DigestKind> also, LongConsumer progress) {
        this.subject = subject;
        this.progress = progress;
        this.findings = new ArrayList<>(subject.known());
        this.findingsCount = findings.size();
        Set<DigestKind> kinds = new TreeSet<>(also);
        subject.stored().forEach(one -> kinds.add(one.kind()));
        kinds.forEach(kind -> digests.put(kind, kind.digest()));
    }

    /** Whether so many missing chunks still are hashed as zeros; else they are told as one. */
    boolean mayLose(long chunks, int chunkBytes) {
        boolean few = chunks <= LOST_HASHED_MAX / chunkBytes;
        if (!few) {
            hopeless = true;
            lost += Math.min(subject.bytes(), chunks * chunkBytes);
            find(
                    new ImageFinding(
                            ImageFinding.Kind.CHUNK_MISSING,
                            "",
                            0,
                            new MediaRange(0, Math.min(subject.bytes(), chunks * chunkBytes))));
        }
        return few;
    }

    ImageVerification run(BlockSource source, Finder finder)
            throws IOException, InterruptedException {
        List<Relay.Taker> takers = new ArrayList<>();
        takers.add(block -> tally(block, finder));
        digests.values().forEach(digest -> takers.add(block -> hash(digest, block)));
        new Relay(source, takers, Runtime.getRuntime().availableProcessors()).run();
        return result();
    }

    private void hash(MessageDigest digest, Block block) {
        if (!hopeless) {
            digest.update(block.bytes, 0, block.length);
        }
    }

    private void tally(Block block, Finder finder) throws IOException {
        for (int i = block.lost.nextSetBit(0); i >= 0; i = block.lost.nextSetBit(i + 1)) {
            ImageFinding finding = finder.find(block, i);
            lost += finding.media().bytes();
            find(finding);
        }
        hopeless |= lost > LOST_HASHED_MAX;
        if (block.beyond.length > 0) {
            beyond = block.beyond;
        }
        bytes += block.length;
        progress.accept(bytes);
    }

    /** Neighbouring lost chunks are one finding. */
    private void find(ImageFinding one) {
        ImageFinding last = findings.isEmpty() ? one : findings.getLast();
        if (!findings.isEmpty()
                && last.kind() == one.kind()
                && last.file().equals(one.file())
                && last.media().end() == one.media().offset()
                && last.media().bytes() > 0) {
            findings.set(
                    findings.size() - 1,
                    new ImageFinding(
                            last.kind(),
                            last.file(),
                            last.offset(),
                            new MediaRange(
                                    last.media().offset(),
                                    last.media().bytes() + one.media().bytes())));
            return;
        }
        findingsCount++;
        if (findings.size() < FINDINGS_MAX) {
            findings.add(one);
        }
    }

    private ImageVerification result() {
        if (beyond.length > 0) {
            find(
                    new ImageFinding(
                            ImageFinding.Kind.BEYOND_MEDIA,
                            subject.file(),
                            0,
                            new MediaRange(subject.bytes(), beyond.length)));
        }
        List<DigestCheck> checks = new ArrayList<>();
        digests.forEach((kind, digest) -> checks.addAll(checks(kind, digest)));
        return new ImageVerification(bytes, checks, findings, findingsCount, lost);
    }

    private List<DigestCheck> checks(DigestKind kind, MessageDigest digest) {
        String withBeyond = beyond.length > 0 && !hopeless ? withBeyond(digest) : "";
        String hex = HexFormat.of().formatHex(digest.digest());
        List<String> stored =
                subject.stored().stream()
                        .filter(one -> one.kind() == kind)
                        .map(StoredDigest::hex)
                        .distinct()
                        .toList();
        if (stored.isEmpty()) {
            return List.of(
                    new DigestCheck(kind, subject.scope(), null, hopeless ? null : hex, false));
        }
        return stored.stream()
                .map(one ->
                        new DigestCheck(
                                kind,
                                subject.scope(),
                                one,
                                hopeless ? null : hex,
                                !one.equals(hex) && one.equals(withBeyond)))
                .toList();
    }

    private String withBeyond(MessageDigest digest) {
        try {
            MessageDigest copy = (MessageDigest) digest.clone();
            copy.update(beyond);
            return HexFormat.of().formatHex(copy.digest());
        } catch (CloneNotSupportedException e) {
            return "";
        }
    }
}
