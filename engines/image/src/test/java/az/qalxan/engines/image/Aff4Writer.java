package az.qalxan.engines.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;

/** Writes AFF4 containers for tests: one stream, one map that leaves a gap and repeats. */
final class Aff4Writer {

    static final String VOLUME = "aff4://685e15cc-d0fb-4dbc-ba47-000000000001";
    static final String IMAGE = "aff4://cf853d0b-5589-4c7c-8358-000000000002";
    static final String MAP = "aff4://fcbfdce7-4488-4677-abf6-000000000003";
    static final String STREAM = "aff4://c215ba20-5648-4209-a793-000000000004";
    static final int CHUNK = 4096;
    static final int PER_BEVY = 16;

    String method = "http://code.google.com/p/snappy/";
    boolean hashes = true;
    boolean blocks = true;
    boolean streamHere = true;
    int indexPadding;
    long gap = 10 * CHUNK;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(out);
    private final StringBuilder turtle = new StringBuilder();
    private byte[] blockMap = {};

    /**
     * The media that {@link #write} writes: the stream's bytes, cut by a gap and an unread piece.
     */
    byte[] media(byte[] bytes) {
        int half = bytes.length / 2;
        byte[] media = new byte[(int) (bytes.length + gap + 28)];
        System.arraycopy(bytes, 0, media, 0, half);
        System.arraycopy(bytes, half, media, (int) (half + gap), bytes.length - half);
        byte[] unread = "UNREADABLEDATAUNREADABLEDATA".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(unread, 0, media, media.length - 28, 28);
        return media;
    }

    byte[] write(byte[] bytes) throws IOException {
        zip.setComment(VOLUME + "\0");
        member("container.description", VOLUME.getBytes(StandardCharsets.US_ASCII));
        member(
                "version.txt",
                "major=1\nminor=0\ntool=test 1\n".getBytes(StandardCharsets.US_ASCII));
        turtle.append("@prefix aff4: <http://aff4.org/Schema#> .\n@prefix xsd: <x#> . # so\n");
        byte[] joined = streamHere ? stream(bytes) : new byte[0];
        map(bytes, joined);
        turtle.append(
                "<%s> a aff4:DiskImage, aff4:ContiguousImage , aff4:Image ;\n aff4:size %d;\n aff4:dataStream <%s>"
                        .formatted(IMAGE, media(bytes).length, MAP));
        if (hashes) {
            turtle.append(" ; aff4:hash " + hash(DigestKind.MD5, media(bytes)));
        }
        if (blocks) {
            String root = hash(DigestKind.SHA512, blockMap);
            turtle.append(" ; aff4:hash " + root.replace("SHA512", "blockMapHashSHA512"));
        }
        turtle.append(
                " .\n[] a aff4:CaseNotes ; aff4:notes \"a\" .\n<aff4://n> aff4:caseNumber \"\"\"2026-9\"\"\" .");
        zip.setMethod(ZipOutputStream.DEFLATED);
        zip.putNextEntry(new ZipEntry("information.turtle"));
        zip.write(turtle.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.close();
        return out.toByteArray();
    }

    private static String hash(DigestKind kind, byte[] bytes) {
        return "\"%s\"^^aff4:%s"
                .formatted(HexFormat.of().formatHex(kind.digest().digest(bytes)), kind.name());
    }

    private static String escaped(String name) {
        return name.replace("://", "%3A%2F%2F");
    }

    private byte[] stream(byte[] bytes) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int chunks = (bytes.length + CHUNK - 1) / CHUNK;
        for (int bevy = 0; bevy * PER_BEVY < chunks; bevy++) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            ByteArrayOutputStream index = new ByteArrayOutputStream();
            ByteArrayOutputStream digests = new ByteArrayOutputStream();
            for (int i = bevy * PER_BEVY; i < Math.min(chunks, (bevy + 1) * PER_BEVY); i++) {
                byte[] chunk = Arrays.copyOfRange(bytes, i * CHUNK, (i + 1) * CHUNK);
                byte[] stored = packed(chunk);
                ByteBuffer entry = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
                index.writeBytes(entry.putLong(packed.size()).putInt(stored.length).array());
                packed.writeBytes(stored);
                digests.writeBytes(DigestKind.SHA1.digest().digest(chunk));
            }
            index.writeBytes(new byte[indexPadding]);
            String name = escaped(STREAM) + "/%08d".formatted(bevy);
            member(name, packed.toByteArray());
            member(name + ".index", index.toByteArray());
            if (blocks) {
                member(name + ".blockHash.sha1", digests.toByteArray());
                joined.writeBytes(digests.toByteArray());
            }
        }
        turtle.append(
                "<%s> a aff4:ImageStream ; aff4:size \"%d\"^^xsd:long ; aff4:chunkSize \"%d\"^^xsd:int ; aff4:chunksInSegment %d"
                        .formatted(STREAM, bytes.length, CHUNK, PER_BEVY));
        if (!method.isEmpty()) {
            turtle.append(" ; aff4:compressionMethod <" + method + ">");
        }
        if (hashes) {
            turtle.append(
                    " ; aff4:hash %s , %s"
                            .formatted(hash(DigestKind.SHA1, bytes), hash(DigestKind.MD5, bytes)));
        }
        turtle.append(" .\n");
        if (blocks) {
            turtle.append(
                    "<%s/blockhash.sha1> a aff4:BlockHashes ; aff4:hash %s .\n"
                            .formatted(STREAM, hash(DigestKind.SHA512, joined.toByteArray())));
        }
        return joined.toByteArray();
    }

    private byte[] packed(byte[] chunk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (method.contains("snappy")) {
            try (var to = new SnappyCompressorOutputStream(out, chunk.length)) {
                to.write(chunk);
            }
        } else if (method.contains("lz4")) {
            try (var to = new BlockLZ4CompressorOutputStream(out)) {
                to.write(chunk);
            }
        } else if (!method.isEmpty()) {
            Deflater deflater = new Deflater(6, method.contains("1951"));
            deflater.setInput(chunk);
            deflater.finish();
            byte[] room = new byte[2 * CHUNK];
            out.write(room, 0, deflater.deflate(room));
        }
        return out.size() == 0 || out.size() >= CHUNK - 16 ? chunk : out.toByteArray();
    }

    private void map(byte[] bytes, byte[] joined) throws IOException {
        long half = bytes.length / 2;
        ByteBuffer points = ByteBuffer.allocate(3 * 28).order(ByteOrder.LITTLE_ENDIAN);
        points.putLong(half + gap).putLong(bytes.length - half).putLong(half).putInt(0);
        points.putLong(0).putLong(half).putLong(0).putInt(0);
        points.putLong(bytes.length + gap).putLong(28).putLong(0).putInt(1);
        byte[] idx =
                (STREAM + "\nhttp://aff4.org/Schema#UnreadableData\n")
                        .getBytes(StandardCharsets.US_ASCII);
        member(escaped(MAP) + "/map", points.array());
        member(escaped(MAP) + "/idx", idx);
        turtle.append(
                "<%s> a aff4:Map ; aff4:dependentStream <%s> ; aff4:mapGapDefaultStream aff4:Zero ; aff4:size %d"
                        .formatted(MAP, STREAM, media(bytes).length));
        if (blocks) {
            List<byte[]> all = new ArrayList<>();
            for (byte[] part : List.of(joined, points.array(), idx)) {
                all.add(DigestKind.SHA512.digest().digest(part));
            }
            ByteBuffer each = ByteBuffer.allocate(3 * 64);
            all.forEach(each::put);
            blockMap = each.array();
            turtle.append(" ; aff4:blockMapHash " + hash(DigestKind.SHA512, blockMap));
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(points.array());
            whole.writeBytes(idx);
            turtle.append(" ; aff4:mapHash " + hash(DigestKind.SHA512, whole.toByteArray()));
            turtle.append(" ; aff4:mapPointHash " + hash(DigestKind.SHA512, points.array()));
            turtle.append(" ; aff4:mapIdxHash " + hash(DigestKind.SHA512, idx));
        }
        turtle.append(" .\n");
    }

    private void member(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
