package az.qalxan.engines.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That an entry stands in a log, in a form that needs neither network nor database (C2SP
 * tlog-proof). Extra data of the format is not kept.
 *
 * @param hashes from the leaf's sibling up to the root's child
 */
public record LogProof(long index, List<TreeHash> hashes, Checkpoint checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";
    private static final int BYTES_MAX = 2 * SignedNote.BYTES_MAX;

    /** Copies the hashes. */
    public LogProof {
        hashes = List.copyOf(hashes);
    }

    /** Reads a proof; empty for anything else. That it could be read proves nothing. */
    public static Optional<LogProof> parse(byte[] bytes) {
        Optional<String> text = bytes.length > BYTES_MAX ? Optional.empty() : utf8(bytes);
        int gap = text.map(all -> all.indexOf("\n\n")).orElse(-1);
        if (text.isEmpty() || gap < 0) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(text.get().substring(0, gap).split("\n")));
        boolean extra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        if (extra) {
            String data = lines.remove(1).substring(EXTRA.length());
            if (Base64Text.read(data, BYTES_MAX).isEmpty()) {
                return Optional.empty();
            }
        }
        byte[] rest = text.get().substring(gap + 2).getBytes(StandardCharsets.UTF_8);
        return Checkpoint.parse(rest).flatMap(checkpoint -> of(lines, checkpoint));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(all).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<LogProof> of(List<String> lines, Checkpoint checkpoint) {
        boolean begins =
                lines.size() >= 2
                        && lines.getFirst().equals(HEADER)
                        && lines.get(1).startsWith(INDEX)
                        && lines.size() - 2 <= Merkle.PROOF_HASHES_MAX;
        long index = begins ? Checkpoint.size(lines.get(1).substring(INDEX.length())) : -1;
        if (index < 0) {
            return Optional.empty();
        }
        List<TreeHash> hashes = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            Optional<TreeHash> hash = TreeHash.ofBase64(line);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            hashes.add(hash.get());
        }
        return Optional.of(new LogProof(index, hashes, checkpoint));
    }

    /** The form that {@link #parse} reads. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(HEADER).append('\n');
        head.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> head.append(hash.base64()).append('\n'));
        byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        return Bytes.joined(start, checkpoint.bytes());
    }

    /** Whether the entry stands at the index of the checkpoint's tree; who signed is not judged. */
    public ProofCheck check(byte[] entry) {
        Leaf leaf = new Leaf(index, Merkle.leaf(entry));
        return Merkle.inclusion(leaf, checkpoint.head().size(), hashes, checkpoint.head().root());
    }
}
