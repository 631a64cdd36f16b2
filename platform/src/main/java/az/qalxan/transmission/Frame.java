package az.qalxan.transmission;

import az.qalxan.database.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message on its way: one line with the signed manifest, then the parts without anything between
 * them. Nothing is read beyond what the manifest announces within the limits.
 */
final class Frame {

    static final int LINE_BYTES_MAX = 65_536;
    static final int BYTES_MAX =
            LINE_BYTES_MAX + Contents.JSON_BYTES_MAX + Contents.FILES_BYTES_MAX + 1;

    private Frame() {}

    static byte[] write(String signed, Contents contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(signed.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
        out.writeBytes(contents.json());
        contents.files().forEach(file -> out.writeBytes(file.content()));
        return out.toByteArray();
    }

    static List<Manifest.Part> parts(Contents contents) {
        List<Manifest.Part> parts = new ArrayList<>();
        byte[] json = contents.json();
        parts.add(new Manifest.Part("", "application/json", json.length, Sha256.of(json)));
        for (Attached file : contents.files()) {
            byte[] content = file.content();
            parts.add(
                    new Manifest.Part(
                            file.name(), file.mediaType(), content.length, Sha256.of(content)));
        }
        return parts;
    }

    /** The first line, without its end; empty when it is too long or has no end. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() == LINE_BYTES_MAX) {
                return "";
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    /** What follows the line, or why it is not what the manifest announces. */
    sealed interface Read {

        record Whole(Contents contents) implements Read {}

        record Wrong(Refusal refusal) implements Read {}
    }

    static Read parts(InputStream in, List<Manifest.Part> parts) throws IOException {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.bytes() < 0)) {
            return new Read.Wrong(Refusal.MALFORMED);
        }
        long files = parts.stream().skip(1).mapToLong(Manifest.Part::bytes).sum();
        if (parts.size() > Contents.FILES_MAX + 1
                || parts.getFirst().bytes() > Contents.JSON_BYTES_MAX
                || files > Contents.FILES_BYTES_MAX) {
            return new Read.Wrong(Refusal.TOO_LARGE);
        }
        List<byte[]> read = new ArrayList<>();
        for (Manifest.Part part : parts) {
            byte[] bytes = in.readNBytes(part.bytes());
            if (bytes.length != part.bytes() || !Sha256.of(bytes).equals(part.sha256())) {
                return new Read.Wrong(Refusal.DIGEST);
            }
            read.add(bytes);
        }
        return in.read() >= 0 ? new Read.Wrong(Refusal.MALFORMED) : contents(parts, read);
    }

    private static Read contents(List<Manifest.Part> parts, List<byte[]> read) {
        try {
            List<Attached> files = new ArrayList<>();
            for (int i = 1; i < parts.size(); i++) {
                files.add(new Attached(parts.get(i).name(), parts.get(i).type(), read.get(i)));
            }
            return new Read.Whole(new Contents(read.getFirst(), files));
        } catch (IllegalArgumentException e) {
            return new Read.Wrong(Refusal.MALFORMED);
        }
    }
}
