package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Roots and proofs from tiles are those of the recursive definition, and no others are taken. */
class TreePropertyTest {

    private final SplittableRandom random = new SplittableRandom(seed());
    private final List<TreeHash> leaves = new ArrayList<>();
    private final MemoryFiles files = new MemoryFiles();
    private final TileBuilder builder = new TileBuilder();

    private static long seed() {
        long seed = Long.getLong("qalxan.seed", System.nanoTime());
        System.out.println("TreePropertyTest: -Dqalxan.seed=" + seed);
        return seed;
    }

    private void grow(int size) throws IOException {
        while (leaves.size() < size) {
            TreeHash leaf = Merkle.leaf(Keys.entry(random));
            leaves.add(leaf);
            builder.add(leaf, (tile, hashes) -> files.write(tile.path(), hashes));
        }
        builder.edge((tile, hashes) -> files.write(tile.path(), hashes));
    }

    @Test
    void everySmallTreeIsAsDefined() throws IOException {
        for (int size = 1; size <= 70; size++) {
            grow(size);
            Tree tree = new Tree(new StoredTiles(files), size);
            TreeHead head = new TreeHead(size, NaiveTree.root(leaves));
            assertThat(builder.head()).isEqualTo(head);
            assertThat(tree.head()).isEqualTo(head);
            for (int i = 0; i < size; i++) {
                checkInclusion(tree, head, i);
                checkConsistency(tree, head, i + 1);
            }
        }
    }

    @Test
    void treesOfSeveralLevelsAreAsDefined() throws IOException {
        for (int size : List.of(255, 256, 257, 512, 1_000, 65_535, 65_536, 65_793, 70_000)) {
            grow(size);
            Tree tree = new Tree(new StoredTiles(files), size);
            TreeHead head = new TreeHead(size, NaiveTree.root(leaves));
            assertThat(builder.head()).isEqualTo(head);
            assertThat(TileBuilder.of(size, new StoredTiles(files)).head()).isEqualTo(head);
            for (int i = 0; i < 6; i++) {
                checkInclusion(tree, head, random.nextInt(size));
                checkConsistency(tree, head, 1 + random.nextInt(size));
            }
            checkConsistency(tree, head, Math.max(1, size / 256 * 256));
        }
    }

    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheStandard() throws IOException {
        grow(70_000);
        assertThat(Tile.in(70_000, 0, 273)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.in(70_000, 1, 0)).isEqualTo(new Tile(1, 0, 256));
        assertThat(Tile.in(70_000, 1, 1)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.in(70_000, 2, 0)).isEqualTo(new Tile(2, 0, 1));
        for (String path : List.of("0/273.p/112", "1/000", "1/001.p/17", "2/000.p/1")) {
            assertThat(files.read("tile/" + path, 8_192)).as(path).isPresent();
        }
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(0, 1_234_067, 8).entriesPath())
                .isEqualTo("tile/entries/x001/x234/067.p/8");
    }

    private void checkInclusion(Tree tree, TreeHead head, int index) throws IOException {
        Leaf leaf = new Leaf(index, leaves.get(index));
        List<TreeHash> proof = tree.inclusion(index);
        assertThat(tree.leaf(index)).isEqualTo(leaf.hash());
        assertThat(proof).isEqualTo(NaiveTree.path(index, leaves.subList(0, (int) head.size())));
        assertThat(Merkle.inclusion(leaf, head.size(), proof, head.root()).proven()).isTrue();
        for (List<TreeHash> other : damaged(proof)) {
            assertThat(Merkle.inclusion(leaf, head.size(), other, head.root()).proven()).isFalse();
        }
        Leaf elsewhere = new Leaf(index + 1, leaf.hash());
        assertThat(Merkle.inclusion(elsewhere, head.size(), proof, head.root()).proven()).isFalse();
    }

    private void checkConsistency(Tree tree, TreeHead head, int older) throws IOException {
        List<TreeHash> proof = tree.consistency(older);
        List<TreeHash> all = leaves.subList(0, (int) head.size());
        TreeHead was = new TreeHead(older, NaiveTree.root(all.subList(0, older)));
        assertThat(proof).isEqualTo(NaiveTree.proof(older, all));
        assertThat(Merkle.consistency(was, head, proof).proven()).isTrue();
        for (List<TreeHash> other : damaged(proof)) {
            assertThat(Merkle.consistency(was, head, other).proven()).isFalse();
        }
        TreeHead another = new TreeHead(older, leaves.getFirst());
        if (!another.equals(was)) {
            assertThat(Merkle.consistency(another, head, proof).proven()).isFalse();
        }
    }

    private List<List<TreeHash>> damaged(List<TreeHash> proof) {
        List<List<TreeHash>> all = new ArrayList<>();
        TreeHash other = Merkle.leaf(new byte[] {1});
        List<TreeHash> longer = new ArrayList<>(proof);
        longer.add(other);
        all.add(longer);
        if (!proof.isEmpty()) {
            all.add(proof.subList(1, proof.size()));
            all.add(proof.subList(0, proof.size() - 1));
            List<TreeHash> changed = new ArrayList<>(proof);
            changed.set(random.nextInt(proof.size()), other);
            all.add(changed);
        }
        return all;
    }
}
