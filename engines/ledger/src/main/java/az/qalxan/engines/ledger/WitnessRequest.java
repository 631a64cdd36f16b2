package az.qalxan.engines.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of an {@code add-checkpoint} request (C2SP tlog-witness).
 *
 * @param proof that the tree of the old size is the beginning of the checkpoint's
 */
public record WitnessRequest(long oldSize, List<TreeHash> proof, Checkpoint checkpoint) {

    private static final String OLD = "old ";
    private static final int PROOF_LINES_MAX = 63;

    /** More bytes than any request that a witness takes. */
    public static final int BYTES_MAX = 2 * SignedNote.BYTES_MAX;

    /** Copies the proof. */
    public WitnessRequest {
        proof = List.copyOf(proof);
    }

    static Optional<WitnessRequest> parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int gap = text.indexOf("\n\n");
        if (gap < 0 || !text.startsWith(OLD)) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, gap).split("\n");
        long oldSize = Checkpoint.size(lines[0].substring(OLD.length()));
        List<TreeHash> proof = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            Optional<TreeHash> hash = TreeHash.ofBase64(line);
            if (hash.isEmpty() || proof.size() == PROOF_LINES_MAX) {
                return Optional.empty();
            }
            proof.add(hash.get());
        }
        byte[] rest = text.substring(gap + 2).getBytes(StandardCharsets.UTF_8);
        return oldSize < 0
                ? Optional.empty()
                : Checkpoint.parse(rest)
                        .map(checkpoint -> new WitnessRequest(oldSize, proof, checkpoint));
    }

    /** The body to send. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> head.append(hash.base64()).append('\n'));
        byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        return Bytes.joined(start, checkpoint.bytes());
    }
}
