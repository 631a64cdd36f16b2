package az.qalxan.engines.content;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How the two processes say things to each other; what is read is believed in nothing. */
final class Wire {

    static final char BYTES = 'R';
    static final char BEGUN = 'B';
    static final char PART = 'P';
    static final char MOMENT = 'M';
    static final char THUMBNAIL = 'T';
    static final char CONFINED = 'C';
    static final char END = 'E';

    /** Most bytes that are asked for at once. */
    static final int BYTES_MAX = 1 << 20;

    private static final int TEXT_BYTES_MAX = 8 << 20;
    private static final int LINE_BYTES_MAX = 8 << 10;
    private static final int FIELDS_MAX = 1_000;
    private static final int THUMBNAIL_MAX = 1 << 18;

    private Wire() {}

    static void text(DataOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    static String text(DataInputStream from, int max) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > max) {
            throw new IOException("a text that is longer than any");
        }
        byte[] bytes = new byte[length];
        from.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void part(DataOutputStream to, Part part) throws IOException {
        to.writeInt(part.number());
        to.writeInt(part.parent());
        to.writeInt(part.depth());
        text(to, part.name());
        text(to, part.path());
        text(to, part.type().media());
        text(to, part.type().kind());
        to.writeByte(part.type().family().ordinal());
        to.writeLong(part.size());
        text(to, part.sha256());
        to.writeInt(part.fields().size());
        for (Field field : part.fields()) {
            text(to, field.key());
            text(to, field.value());
        }
        text(to, part.text());
        to.writeInt(part.flaws().size());
        for (Flaw flaw : part.flaws()) {
            to.writeByte(flaw.ordinal());
        }
    }

    static Part part(DataInputStream from) throws IOException {
        int number = from.readInt();
        int parent = from.readInt();
        int depth = from.readInt();
        String name = text(from, LINE_BYTES_MAX);
        String path = text(from, LINE_BYTES_MAX);
        ContentType type =
                new ContentType(
                        text(from, LINE_BYTES_MAX),
                        text(from, LINE_BYTES_MAX),
                        one(ContentFamily.values(), from.readByte()));
        long size = from.readLong();
        String sha256 = text(from, LINE_BYTES_MAX);
        List<Field> fields = new ArrayList<>();
        for (int i = count(from); i > 0; i--) {
            fields.add(new Field(text(from, LINE_BYTES_MAX), text(from, LINE_BYTES_MAX)));
        }
        String text = text(from, TEXT_BYTES_MAX);
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        for (int i = count(from); i > 0; i--) {
            flaws.add(one(Flaw.values(), from.readByte()));
        }
        return new Part(number, parent, depth, name, path, type, size, sha256, fields, text, flaws);
    }

    static void moment(DataOutputStream to, Moment moment) throws IOException {
        to.writeLong(moment.at().getEpochSecond());
        to.writeInt(moment.at().getNano());
        to.writeBoolean(moment.zoneAssumed());
        to.writeByte(moment.kind().ordinal());
        text(to, moment.source());
        text(to, moment.message());
        text(to, moment.user());
        text(to, moment.host());
        to.writeInt(moment.part());
    }

    static Moment moment(DataInputStream from) throws IOException {
        long seconds = from.readLong();
        int nanos = from.readInt();
        if (Math.abs(seconds) > 10_000_000_000L || nanos < 0 || nanos > 999_999_999) {
            throw new IOException("a moment beyond all times");
        }
        return new Moment(
                Instant.ofEpochSecond(seconds, nanos),
                from.readBoolean(),
                one(MomentKind.values(), from.readByte()),
                text(from, LINE_BYTES_MAX),
                text(from, LINE_BYTES_MAX),
                text(from, LINE_BYTES_MAX),
                text(from, LINE_BYTES_MAX),
                from.readInt());
    }

    static byte[] picture(DataInputStream from) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > THUMBNAIL_MAX) {
            throw new IOException("a small picture that is not small");
        }
        byte[] bytes = new byte[length];
        from.readFully(bytes);
        return bytes;
    }

    static void limits(DataOutputStream to, ContentLimits limits) throws IOException {
        to.writeInt(limits.parts());
        to.writeInt(limits.depth());
        to.writeInt(limits.memberBytes());
        to.writeLong(limits.unpackedBytes());
        to.writeInt(limits.ratio());
        to.writeInt(limits.textChars());
        to.writeInt(limits.textCharsAll());
        to.writeInt(limits.moments());
        to.writeInt(limits.thumbnails());
        to.writeLong(limits.time().toMillis());
        to.writeInt(limits.heapMegabytes());
    }

    static ContentLimits limits(DataInputStream from) throws IOException {
        return new ContentLimits(
                from.readInt(),
                from.readInt(),
                from.readInt(),
                from.readLong(),
                from.readInt(),
                from.readInt(),
                from.readInt(),
                from.readInt(),
                from.readInt(),
                Duration.ofMillis(from.readLong()),
                from.readInt());
    }

    private static int count(DataInputStream from) throws IOException {
        int count = from.readInt();
        if (count < 0 || count > FIELDS_MAX) {
            throw new IOException("more fields than any part has");
        }
        return count;
    }

    private static <T> T one(T[] values, byte ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= values.length) {
            throw new IOException("a value that is none");
        }
        return values[ordinal];
    }
}
