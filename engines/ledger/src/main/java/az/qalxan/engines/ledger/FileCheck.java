package az.qalxan.engines.ledger;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a file of the container and finds where its bytes are not those that were named: the block,
 * and where a single byte was changed, that byte.
 */
final class FileCheck implements MemberReader.Sink {

    private static final int RANGES_MAX = 1_000;

    /**
     * What was found.
     *
     * @param damage where it is not what the blocks say; all of it where they do not tell
     * @param sound whether it is as it was put into the archive
     * @param blocksAgree whether every block is what the blocks say
     */
    record Finding(
            Digest sha256,
            long length,
            List<BundleFlaw.ByteRange> damage,
            boolean sound,
            boolean blocksAgree) {}

    private final List<Digest> blocks;
    private final MessageDigest whole = Hasher.sha256();
    private final MessageDigest one = Hasher.sha256();
    private final List<BundleFlaw.ByteRange> damage = new ArrayList<>();
    private byte[] spoilt = new byte[0];
    private long spoiltCount;
    private long blockCount;

    private FileCheck(List<Digest> blocks) {
        this.blocks = blocks;
    }

    /**
     * Reads the member.
     *
     * @param blocks what each of its blocks ought to be; none where nobody tells
     */
    static Finding of(ArchiveMember member, List<Digest> blocks, MemberReader reader)
            throws IOException {
        FileCheck check = new FileCheck(blocks);
        return check.finding(member, reader.read(member, check));
    }

    @Override
    public void take(long at, byte[] block, int count) {
        whole.update(block, 0, count);
        int number = (int) blockCount++;
        if (blocks.isEmpty()) {
            return;
        }
        one.update(block, 0, count);
        if (number < blocks.size() && Digest.of(one.digest()).equals(blocks.get(number))) {
            return;
        }
        one.reset();
        if (spoiltCount++ == 0) {
            spoilt = Arrays.copyOf(block, count);
        }
        spoil(at, at + count);
    }

    private void spoil(long from, long to) {
        boolean goesOn = !damage.isEmpty() && damage.getLast().to() == from;
        if (goesOn || damage.size() == RANGES_MAX) {
            from = damage.removeLast().from();
        }
        damage.add(new BundleFlaw.ByteRange(from, to, false));
    }

    private Finding finding(ArchiveMember member, MemberReader.Reading reading) {
        boolean told = !blocks.isEmpty() && reading.whole() && blockCount == blocks.size();
        boolean agree = told && damage.isEmpty();
        if (spoiltCount == 1 && told) {
            sharpen(member, reading.difference());
        }
        if (blocks.size() > blockCount) {
            spoil(reading.length(), Math.max(member.length(), reading.length() + 1));
        }
        if (damage.isEmpty()) {
            damage.add(new BundleFlaw.ByteRange(0, member.length(), false));
        }
        Digest sha256 = Digest.of(whole.digest());
        return new Finding(sha256, reading.length(), damage, reading.sound(), agree);
    }

    /** Finds the byte which, put right, gives the block that was named. */
    private void sharpen(ArchiveMember member, int difference) {
        BundleFlaw.ByteRange block = damage.getFirst();
        Digest wanted = blocks.get((int) (block.from() / FileDigest.BLOCK_BYTES));
        for (FlippedByte.Change change :
                FlippedByte.find(difference, member.length(), block.from(), block.to())) {
            int place = (int) (change.at() - block.from());
            spoilt[place] ^= (byte) change.bits();
            if (Digest.sha256(spoilt).equals(wanted)) {
                damage.set(0, new BundleFlaw.ByteRange(change.at(), change.at() + 1, true));
                return;
            }
            spoilt[place] ^= (byte) change.bits();
        }
    }
}
