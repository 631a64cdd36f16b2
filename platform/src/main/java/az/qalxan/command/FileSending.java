package az.qalxan.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends one file that was announced, from where the server says, and compares digests at the end.
 */
final class FileSending {

    static final String INTAKES = "/api/evidence/intakes";
    private static final int AGAIN_MAX = 10;

    private final EvidenceCalls calls;
    private final Path file;
    private final LongConsumer progress;
    private final MessageDigest whole = sha256();

    FileSending(EvidenceCalls calls, Path file, LongConsumer progress) {
        this.calls = calls;
        this.file = file;
        this.progress = progress;
    }

    /** Sends what is missing and ends the intake; the answer is how it stands then. */
    JsonNode send(JsonNode standing) throws IOException, CallRefused {
        String path = INTAKES + "/" + standing.path("id").asString();
        byte[] buffer = new byte[standing.path("piece").asInt()];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long received = standing.path("received").asLong();
            // What came before is read for the digest; its last piece is sent again and compared.
            long from = Math.max(0, (received + buffer.length - 1) / buffer.length - 1);
            from *= buffer.length;
            long at = 0;
            int again = 0;
            while (at < channel.size()) {
                int length = read(channel, at, buffer);
                whole.update(buffer, 0, length);
                if (at >= from) {
                    again =
                            sent(
                                    path,
                                    at,
                                    new EvidenceCalls.Piece(buffer, length, of(buffer, length)),
                                    again);
                }
                at += length;
                progress.accept(at);
            }
        }
        return finished(path);
    }

    /** Sends a piece until the server has it. */
    private int sent(String path, long at, EvidenceCalls.Piece piece, int before)
            throws CallRefused {
        for (int again = before; ; again++) {
            EvidenceCalls.Answer answer = calls.piece(path, at, piece);
            boolean has = answer.good() || answer.offset() >= at + piece.length();
            if (has && !answer.problem("intake-differs")) {
                return again;
            }
            if (!answer.problem("intake-checksum") || again >= AGAIN_MAX) {
                answer.require();
            }
        }
    }

    private JsonNode finished(String path) throws CallRefused {
        ObjectNode ending = JsonMapper.shared().createObjectNode();
        ending.put("sha256", HexFormat.of().formatHex(whole.digest()));
        while (true) {
            JsonNode standing = calls.post(path + "/finish", ending).require();
            if (!standing.path("state").asString().equals("receiving")) {
                return standing;
            }
        }
    }

    /** The digest of a file in hexadecimal. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 20];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = 0;
            int length = read(channel, at, buffer);
            while (length > 0) {
                digest.update(buffer, 0, length);
                at += length;
                length = read(channel, at, buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int read(FileChannel channel, long at, byte[] buffer) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(buffer);
        while (into.hasRemaining() && channel.read(into, at + into.position()) >= 0) {
            // until the buffer is full or the file ends
        }
        return into.position();
    }

    private static String of(byte[] buffer, int length) {
        MessageDigest digest = sha256();
        digest.update(buffer, 0, length);
        return "sha256 " + Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this Java", e);
        }
    }
}
