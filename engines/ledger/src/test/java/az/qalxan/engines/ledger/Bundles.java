package az.qalxan.engines.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;

/** Random logs and bundles for tests. */
final class Bundles {

    static final NoteSigner WITNESS = Keys.signer("dtx.example/witness", NoteKey.Use.WITNESS);

    private final Random random;

    Bundles(Random random) {
        this.random = random;
    }

    /** A record as it was made: what the log keeps and what opens it. */
    record Recorded(Entry entry, Opening opening, List<ContainerFile> files) {}

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static ContainerFile file(String path, byte[] bytes) throws IOException {
        FileDigest digest = FileDigest.of(path, new ByteArrayInputStream(bytes));
        return new ContainerFile(digest, () -> new ByteArrayInputStream(bytes));
    }

    Recorded recorded(List<ContainerFile> files) {
        StringBuilder content = new StringBuilder("{\"by\":\"Əliyev \\\"x\\\"\",\"files\":[");
        for (ContainerFile file : files) {
            content.append(content.toString().endsWith("}") ? "," : "")
                    .append("{\"length\":")
                    .append(file.digest().length())
                    .append(",\"sha256\":\"")
                    .append(file.digest().sha256().hex())
                    .append("\"}");
        }
        byte[] json = content.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        Opening opening = Opening.of(bytes(Opening.SALT_BYTES), json);
        Instant at = Instant.ofEpochSecond(1_790_000_000L, random.nextInt(1_000_000_000));
        String kind = List.of("audit", "custody", "exhibit").get(random.nextInt(3));
        Digest subject = random.nextBoolean() ? Digest.NONE : Digest.of(bytes(32));
        Entry entry = new Entry(new Entry.Kind(kind), id(), at, subject, opening.digest());
        return new Recorded(entry, opening, files);
    }

    /** Records in a log among others, and their bundle. */
    BundleParts parts(List<Recorded> records, boolean witnessed) throws IOException {
        TransparencyLog log = TransparencyLog.over(new MemoryFiles(), Keys.LOG, Keys.ORIGIN);
        List<byte[]> entries = new ArrayList<>();
        for (Recorded one : records) {
            for (int i = random.nextInt(4); i > 0; i--) {
                entries.add(recorded(List.of()).entry().bytes());
            }
            entries.add(one.entry().bytes());
        }
        List<Appended> appended = log.append(entries);
        Checkpoint checkpoint = log.checkpoint();
        List<NoteKey> keys = new ArrayList<>(List.of(Keys.LOG.key()));
        if (witnessed) {
            Instant at = Instant.ofEpochSecond(1_790_000_100L);
            checkpoint = checkpoint.with(List.of(WITNESS.cosign(checkpoint.note(), at)));
            keys.add(WITNESS.key());
        }
        List<BundleItem> items = new ArrayList<>();
        for (Recorded one : records) {
            int place = 0;
            while (entries.get(place) != one.entry().bytes()
                    && !java.util.Arrays.equals(entries.get(place), one.entry().bytes())) {
                place++;
            }
            LogProof proof = log.proof(appended.get(place).index());
            proof = new LogProof(proof.index(), proof.hashes(), checkpoint);
            boolean shown = !one.files().isEmpty() || random.nextInt(4) > 0;
            items.add(
                    new BundleItem(
                            "Maddi sübut " + place,
                            one.entry(),
                            proof,
                            shown ? one.opening() : null,
                            one.files().stream().map(ContainerFile::digest).toList()));
        }
        return new BundleParts(checkpoint, keys, List.of(), items);
    }

    /** The CRC-32 of bytes. */
    static int crc(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
