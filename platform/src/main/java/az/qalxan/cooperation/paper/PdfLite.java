package az.qalxan.cooperation.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * As much of a PDF file (ISO 32000-1) as reading our own papers back needs: classic cross
 * references, plain objects, streams that are plain or deflated. Everything is bounded; it is the
 * only code that reads the structure of foreign PDF files.
 */
final class PdfLite {

    private static final int SECTIONS_MAX = 32;
    private static final int OBJECTS_MAX = 50_000;
    private static final int TAIL_BYTES = 2_048;
    private static final int REFERENCES_MAX = 16;

    private final byte[] file;
    private final Map<Integer, Integer> offsets = new HashMap<>();
    private final Map<String, Object> trailer;

    /** An object of the file that another one names. */
    record Reference(int number) {}

    /** A name such as {@code /Root}, without its slash. */
    record Name(String value) {}

    /** A stream: its dictionary and where its bytes begin. */
    record Stream(Map<String, Object> dictionary, int start) {}

    /** A text; {@code from} and {@code until} are its delimiters' places in the file. */
    record Text(byte[] bytes, int from, int until) {}

    /** The file is not one that this reader reads. */
    static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final int place;

        Unreadable(int place, String why) {
            super(why);
            this.place = place;
        }

        int place() {
            return place;
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private PdfLite(byte[] file) {
        this.file = file;
        this.trailer = sections();
    }

    /**
     * @throws Unreadable when it is no PDF file of this kind
     */
    static PdfLite open(byte[] file) {
        if (!startsWith(file, 0, "%PDF-")) {
            throw new Unreadable(0, "no %PDF-");
        }
        return new PdfLite(file);
    }

    Map<String, Object> root() {
        return dictionary(trailer.get("Root")).orElseThrow(() -> new Unreadable(0, "no root"));
    }

    /** The dictionary that is or is named by that object; empty when it is none. */
    @SuppressWarnings("unchecked") // PdfParser makes maps of this type only
    Optional<Map<String, Object>> dictionary(@Nullable Object object) {
        @Nullable Object found = resolve(object);
        if (found instanceof Stream stream) {
            return Optional.of(stream.dictionary());
        }
        return found instanceof Map<?, ?> map
                ? Optional.of((Map<String, Object>) map)
                : Optional.empty();
    }

    @SuppressWarnings("unchecked") // PdfParser makes lists of this type only
    List<Object> array(@Nullable Object object) {
        return resolve(object) instanceof List<?> list ? (List<Object>) list : List.of();
    }

    Optional<Text> text(@Nullable Object object) {
        return resolve(object) instanceof Text text ? Optional.of(text) : Optional.empty();
    }

    /** The content of a stream, at most that many bytes; empty when it is none or longer. */
    Optional<byte[]> content(@Nullable Object object, int bytesMax) {
        if (!(resolve(object) instanceof Stream stream)) {
            return Optional.empty();
        }
        if (!(resolve(stream.dictionary().get("Length")) instanceof Long length)
                || length < 0
                || length > file.length - stream.start()) {
            throw new Unreadable(stream.start(), "wrong length of a stream");
        }
        byte[] raw = new byte[length.intValue()];
        System.arraycopy(file, stream.start(), raw, 0, raw.length);
        @Nullable Object filter = resolve(stream.dictionary().get("Filter"));
        if (filter == null) {
            return raw.length <= bytesMax ? Optional.of(raw) : Optional.empty();
        }
        if (!new Name("FlateDecode").equals(filter)) {
            throw new Unreadable(stream.start(), "unknown filter of a stream");
        }
        return inflated(raw, bytesMax, stream.start());
    }

    private static Optional<byte[]> inflated(byte[] raw, int bytesMax, int place) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(raw);
            byte[] out = new byte[bytesMax + 1];
            int size = 0;
            while (size <= bytesMax && !inflater.finished()) {
                int more = inflater.inflate(out, size, out.length - size);
                if (more == 0 && !inflater.finished()) {
                    throw new Unreadable(place, "a stream breaks off");
                }
                size += more;
            }
            return size > bytesMax
                    ? Optional.empty()
                    : Optional.of(java.util.Arrays.copyOf(out, size));
        } catch (DataFormatException e) {
            throw new Unreadable(place, "a stream is not deflated");
        } finally {
            inflater.end();
        }
    }

    @Nullable Object resolve(@Nullable Object object) {
        @Nullable Object found = object;
        for (int i = 0; found instanceof Reference reference; i++) {
            @Nullable Integer offset = offsets.get(reference.number());
            if (i == REFERENCES_MAX) {
                throw new Unreadable(0, "references lead in a circle");
            }
            found = offset == null ? null : new PdfParser(file, offset).indirect();
        }
        return found;
    }

    /** Reads the newest cross references first; what an older section says again is old. */
    private Map<String, Object> sections() {
        @Nullable Map<String, Object> newest = null;
        Set<Integer> seen = new HashSet<>();
        int place = startOfReferences();
        while (place >= 0) {
            if (!seen.add(place) || seen.size() > SECTIONS_MAX) {
                throw new Unreadable(place, "cross references lead in a circle");
            }
            Map<String, Object> trailer = section(place);
            newest = newest == null ? trailer : newest;
            place = previous(trailer, place);
        }
        if (newest == null) {
            throw new Unreadable(0, "no cross references");
        }
        return newest;
    }

    private int previous(Map<String, Object> trailer, int place) {
        @Nullable Object previous = trailer.get("Prev");
        if (previous == null) {
            return -1;
        }
        if (previous instanceof Long offset && offset >= 0 && offset < file.length) {
            return offset.intValue();
        }
        throw new Unreadable(place, "wrong place of earlier cross references");
    }

    private Map<String, Object> section(int place) {
        if (!startsWith(file, place, "xref")) {
            throw new Unreadable(place, "no plain cross references");
        }
        PdfParser parser = new PdfParser(file, place + 4);
        while (!parser.accept("trailer")) {
            int first = parser.whole();
            int count = parser.whole();
            if (first + count > OBJECTS_MAX) {
                throw new Unreadable(place, "too many objects");
            }
            for (int i = 0; i < count; i++) {
                int offset = parser.whole();
                parser.whole();
                if (parser.accept("n")) {
                    offsets.putIfAbsent(first + i, offset);
                } else if (parser.accept("f")) {
                    offsets.putIfAbsent(first + i, 0);
                } else {
                    throw new Unreadable(place, "a cross reference without n or f");
                }
            }
        }
        if (parser.object() instanceof Map<?, ?> map) {
            Map<String, Object> trailer = new HashMap<>();
            map.forEach((name, value) -> trailer.put(String.valueOf(name), value));
            return trailer;
        }
        throw new Unreadable(place, "no trailer");
    }

    private int startOfReferences() {
        byte[] word = "startxref".getBytes(StandardCharsets.US_ASCII);
        int lowest = Math.max(0, file.length - TAIL_BYTES);
        for (int at = file.length - word.length; at >= lowest; at--) {
            if (startsWith(file, at, "startxref")) {
                return new PdfParser(file, at + word.length).whole();
            }
        }
        throw new Unreadable(file.length, "no startxref");
    }

    static boolean startsWith(byte[] file, int place, String word) {
        if (place < 0 || place > file.length - word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (file[place + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The values at every second place of a name tree's leaves, with their names. */
    Map<String, Object> names(@Nullable Object tree) {
        Map<String, Object> found = new HashMap<>();
        List<Object> waiting = new ArrayList<>();
        if (tree != null) {
            waiting.add(tree);
        }
        for (int i = 0; i < waiting.size() && i < SECTIONS_MAX; i++) {
            Map<String, Object> node = dictionary(waiting.get(i)).orElse(Map.of());
            waiting.addAll(array(node.get("Kids")));
            List<Object> leaves = array(node.get("Names"));
            for (int at = 0; at + 1 < leaves.size(); at += 2) {
                if (resolve(leaves.get(at)) instanceof Text name) {
                    found.put(
                            new String(name.bytes(), StandardCharsets.ISO_8859_1),
                            leaves.get(at + 1));
                }
            }
        }
        return found;
    }
}
