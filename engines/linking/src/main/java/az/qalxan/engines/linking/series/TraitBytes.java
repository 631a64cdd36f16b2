package az.qalxan.engines.linking.series;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The stored form of traits. The first byte is the version of the form and of the reading. */
final class TraitBytes {

    private static final byte VERSION = 1;
    private static final TraitKind[] KINDS = TraitKind.values();

    /** What an earlier engine noted of a group's stories; it links nothing and is left out. */
    private static final int SCRIPT = 13;

    private final ByteBuffer in;

    TraitBytes(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    static byte[] write(ReportTraits report) {
        ReportTraits.Circumstances when = report.circumstances();
        ByteBuffer out = ByteBuffer.allocate(size(report));
        out.put(VERSION).putInt(when.happenedDay()).putInt(when.reportedDay());
        putText(out, when.category());
        putText(out, when.region());
        putText(out, when.loss());
        out.putShort((short) report.traits().size());
        for (Trait trait : report.traits()) {
            out.put((byte) trait.kind().ordinal()).putLong(trait.key());
            out.putInt(trait.start()).putInt(trait.end());
            putText(out, trait.shown());
        }
        out.putShort((short) report.words().length);
        for (short word : report.words()) {
            out.putShort(word);
        }
        byte[] written = new byte[out.position()];
        out.flip().get(written);
        return written;
    }

    private static int size(ReportTraits report) {
        ReportTraits.Circumstances when = report.circumstances();
        int texts = when.category().length() + when.region().length() + when.loss().length();
        for (Trait trait : report.traits()) {
            texts += trait.shown().length();
        }
        return 32 + 3 * texts + 20 * report.traits().size() + 2 * report.words().length;
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    ReportTraits read(UUID id) {
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "Traits of report %s have version %d; %d is read. Read the report anew."
                                .formatted(id, version, VERSION));
            }
            return content(id);
        } catch (BufferUnderflowException | ArrayIndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException("Traits of report " + id + " are damaged.", damaged);
        }
    }

    private ReportTraits content(UUID id) {
        ReportTraits.Circumstances when =
                new ReportTraits.Circumstances(in.getInt(), in.getInt(), text(), text(), text());
        List<Trait> traits = new ArrayList<>();
        for (int left = in.getShort(); left > 0; left--) {
            int kind = in.get();
            long key = in.getLong();
            int start = in.getInt();
            int end = in.getInt();
            String shown = text();
            if (kind != SCRIPT) {
                traits.add(new Trait(KINDS[kind], key, shown, start, end));
            }
        }
        short[] words = new short[Math.max(0, in.getShort())];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.getShort();
        }
        return new ReportTraits(id, when, traits, words);
    }

    private String text() {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
