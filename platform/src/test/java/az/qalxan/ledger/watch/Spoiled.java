package az.qalxan.ledger.watch;

import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.ledger.CompletenessCheck;
import az.qalxan.ledger.CompletenessVerdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Proofs of which somebody changed one file. */
final class Spoiled {

    private Spoiled() {}

    static List<CompletenessVerdict.Flaw> check(
            Path file, String member, UnaryOperator<byte[]> change, List<NoteKey> keys)
            throws IOException {
        Path spoiled = file.resolveSibling("spoiled.zip");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(spoiled))) {
            for (ZipEntry one : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(one).readAllBytes();
                out.putNextEntry(new ZipEntry(one.getName()));
                out.write(one.getName().equals(member) ? change.apply(bytes) : bytes);
                out.closeEntry();
            }
        }
        return CompletenessCheck.of(spoiled, keys).flaws();
    }

    static byte[] withoutFirstLine(byte[] lines) {
        String text = new String(lines, StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] withAnotherName(byte[] lines) {
        String text = new String(lines, StandardCharsets.UTF_8);
        return text.replaceFirst("officer-", "0fficer-").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] withoutFirstEntry(byte[] entries) {
        int length = Short.toUnsignedInt(ByteBuffer.wrap(entries).getShort());
        return Arrays.copyOfRange(entries, 2 + length, entries.length);
    }

    static byte[] withAnotherKey(byte[] statement) {
        String text = new String(statement, StandardCharsets.UTF_8);
        return text.replaceFirst("\"subjectKey\":\"[0-9a-f]{8}", "\"subjectKey\":\"01234567")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] withAnotherSize(byte[] note) {
        String text = new String(note, StandardCharsets.UTF_8);
        return text.replaceFirst("\n([0-9]+)\n", "\n299\n").getBytes(StandardCharsets.UTF_8);
    }
}
