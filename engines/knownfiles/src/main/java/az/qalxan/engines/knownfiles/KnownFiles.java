package az.qalxan.engines.knownfiles;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets and filters asked together. Closes them. */
public final class KnownFiles implements Closeable {

    private final List<KnownSet> sets;
    private final List<BloomFilter> filters;

    public KnownFiles(List<KnownSet> sets, List<BloomFilter> filters) {
        this.sets = List.copyOf(sets);
        this.filters = List.copyOf(filters);
    }

    /**
     * Whether the file of these digests is known.
     *
     * @param hashes digests of one file, at least one; the strongest that is found is named
     */
    public KnownAnswer answer(List<FileHash> hashes) throws IOException {
        List<FileHash> strongest =
                hashes.stream().sorted(Comparator.comparing(FileHash::kind).reversed()).toList();
        for (FileHash hash : strongest) {
            List<KnownOrigin> in = new ArrayList<>();
            for (KnownSet set : sets) {
                if (set.contains(hash)) {
                    in.add(set.origin());
                }
            }
            if (!in.isEmpty()) {
                return new KnownAnswer.Known(hash, in);
            }
        }
        for (FileHash hash : strongest) {
            List<String> in = new ArrayList<>();
            double falseHits = 1;
            for (BloomFilter filter : filters) {
                if (filter.mayContain(hash)) {
                    in.add(filter.name());
                    falseHits *= filter.falseHits();
                }
            }
            if (!in.isEmpty()) {
                return new KnownAnswer.PerhapsKnown(hash, in, falseHits);
            }
        }
        return new KnownAnswer.Unknown(strongest.getFirst());
    }

    @Override
    public void close() throws IOException {
        for (KnownSet set : sets) {
            set.close();
        }
        for (BloomFilter filter : filters) {
            filter.close();
        }
    }
}
