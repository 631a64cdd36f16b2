package az.qalxan.command;

import az.qalxan.engines.ledger.Leaf;
import az.qalxan.engines.ledger.LeafRange;
import az.qalxan.engines.ledger.Merkle;
import az.qalxan.engines.ledger.ProofCheck;
import az.qalxan.engines.ledger.TreeHash;
import az.qalxan.engines.ledger.TreeHead;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One case of the form that transparency-dev/merkle publishes: a proof, and whether it must be
 * refused. A number or hash that no tree can have is a refusal too.
 */
final class LedgerVector {

    /**
     * How a case went.
     *
     * @param told what was wanted and what came, for people
     */
    record Outcome(String kind, boolean passed, String told) {}

    private final JsonNode vector;

    private LedgerVector(JsonNode vector) {
        this.vector = vector;
    }

    static Outcome run(byte[] json) {
        try {
            JsonNode read = JsonMapper.shared().readTree(json);
            return new LedgerVector(read).run();
        } catch (JacksonException e) {
            return new Outcome("unreadable", false, "no JSON");
        }
    }

    private Outcome run() {
        String kind = kind();
        if (kind.equals("unknown") || !vector.path("wantErr").isBoolean()) {
            return new Outcome(kind, false, "neither an inclusion nor a consistency case");
        }
        Optional<ProofCheck> check = numbersFit() ? check(kind) : Optional.empty();
        boolean refused = !check.map(ProofCheck::proven).orElse(false);
        boolean wanted = vector.path("wantErr").asBoolean();
        String told =
                "wanted %s, came %s"
                        .formatted(
                                wanted ? "a refusal" : "a proof",
                                refused ? "a refusal" : "a proof");
        return new Outcome(kind, refused == wanted, told);
    }

    private String kind() {
        boolean subtree = vector.has("start") && vector.has("end");
        if (vector.has("leafIdx")) {
            return subtree ? "subtree inclusion" : "inclusion";
        }
        if (vector.has("root1")) {
            return subtree ? "subtree consistency" : "consistency";
        }
        return "unknown";
    }

    /** Whether every number is one that a tree with less than 2^63 leaves can have. */
    private boolean numbersFit() {
        for (String name :
                List.of("leafIdx", "treeSize", "size1", "size2", "size", "start", "end")) {
            JsonNode number = vector.path(name);
            if (!number.isMissingNode() && !(number.canConvertToLong() && number.asLong() >= 0)) {
                return false;
            }
        }
        return true;
    }

    private Optional<ProofCheck> check(String kind) {
        return proof().flatMap(proof ->
                switch (kind) {
                    case "inclusion" -> inclusion(new LeafRange(0, at("treeSize")), proof);
                    case "subtree inclusion" -> inclusion(range(), proof);
                    case "consistency" -> consistency(proof);
                    default -> subtreeConsistency(proof);
                });
    }

    private long at(String name) {
        return vector.path(name).asLong();
    }

    private LeafRange range() {
        return new LeafRange(at("start"), at("end"));
    }

    private Optional<TreeHash> hash(String name) {
        return TreeHash.ofBase64(vector.path(name).asString(""));
    }

    /**
     * A root that may only have to be compared: some cases have bytes of another number there, for
     * which stands a hash that no tree gives.
     */
    private Optional<TreeHash> compared(String name) {
        try {
            byte[] bytes = Base64.getDecoder().decode(vector.path(name).asString(""));
            return Optional.of(
                    bytes.length == TreeHash.BYTES ? TreeHash.of(bytes) : Merkle.leaf(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<List<TreeHash>> proof() {
        List<TreeHash> proof = new ArrayList<>();
        for (JsonNode one : vector.path("proof")) {
            Optional<TreeHash> hash = TreeHash.ofBase64(one.asString(""));
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            proof.add(hash.get());
        }
        return Optional.of(proof);
    }

    private Optional<ProofCheck> inclusion(LeafRange tree, List<TreeHash> proof) {
        return hash("leafHash")
                .flatMap(leaf ->
                        hash("root")
                                .map(root ->
                                        Merkle.inclusion(
                                                new Leaf(at("leafIdx"), leaf), tree, proof, root)));
    }

    private Optional<ProofCheck> consistency(List<TreeHash> proof) {
        return compared("root1")
                .flatMap(older ->
                        compared("root2")
                                .map(newer ->
                                        Merkle.consistency(
                                                new TreeHead(at("size1"), older),
                                                new TreeHead(at("size2"), newer),
                                                proof)));
    }

    private Optional<ProofCheck> subtreeConsistency(List<TreeHash> proof) {
        return compared("root1")
                .flatMap(part ->
                        compared("root2")
                                .map(whole ->
                                        Merkle.consistency(
                                                range(),
                                                part,
                                                new TreeHead(at("size"), whole),
                                                proof)));
    }
}
