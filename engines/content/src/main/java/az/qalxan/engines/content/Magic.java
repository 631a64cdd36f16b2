package az.qalxan.engines.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Our own table of first bytes, and the families of media types. */
final class Magic {

    /** How many first bytes the table may ask for. */
    static final int HEAD_BYTES = 33_000;

    private static final Magic OURS = load();

    private final List<Entry> entries = new ArrayList<>();
    private final TreeMap<String, ContentFamily> families = new TreeMap<>();

    private record Bytes(int place, byte[] value) {

        boolean in(byte[] head) {
            int end = place + value.length;
            return head.length >= end && Arrays.equals(head, place, end, value, 0, value.length);
        }
    }

    private record Entry(ContentType type, List<Bytes> all) {}

    static Magic ours() {
        return OURS;
    }

    Optional<ContentType> of(byte[] head) {
        for (Entry entry : entries) {
            if (entry.all().stream().allMatch(bytes -> bytes.in(head))) {
                return Optional.of(entry.type());
            }
        }
        return Optional.empty();
    }

    /** The family of a media type: the longest beginning that the table knows. */
    ContentFamily family(String media) {
        ContentFamily family = ContentFamily.OTHER;
        int longest = 0;
        for (Map.Entry<String, ContentFamily> known : families.entrySet()) {
            if (media.startsWith(known.getKey()) && known.getKey().length() > longest) {
                longest = known.getKey().length();
                family = known.getValue();
            }
        }
        return family;
    }

    /** A document of our own as maps and lists. */
    static Map<?, ?> yaml(String name) {
        try (InputStream in = Magic.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program.");
            }
            Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return (Map<?, ?>) read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list that a document of our own has under a name. */
    static List<?> list(Map<?, ?> document, String name) {
        return (List<?>) Objects.requireNonNull(document.get(name), name);
    }

    /** The map that a document of our own has under a name. */
    static Map<?, ?> map(Map<?, ?> document, String name) {
        return (Map<?, ?>) Objects.requireNonNull(document.get(name), name);
    }

    private static Magic load() {
        Magic magic = new Magic();
        Map<?, ?> document = yaml("magic.yaml");
        for (Object entry : list(document, "types")) {
            magic.entries.add(entry((Map<?, ?>) entry));
        }
        map(document, "families")
                .forEach((media, family) ->
                        magic.families.put(
                                String.valueOf(media), ContentFamily.of(String.valueOf(family))));
        return magic;
    }

    private static Entry entry(Map<?, ?> entry) {
        List<Bytes> all = new ArrayList<>();
        map(entry, "at")
                .forEach((place, value) ->
                        all.add(
                                new Bytes(
                                        Integer.parseInt(String.valueOf(place)),
                                        bytes(String.valueOf(value)))));
        ContentType type =
                new ContentType(
                        String.valueOf(entry.get("media")),
                        String.valueOf(entry.get("kind")),
                        ContentFamily.of(String.valueOf(entry.get("family"))));
        return new Entry(type, all);
    }

    private static byte[] bytes(String value) {
        return value.startsWith("'")
                ? value.substring(1).getBytes(StandardCharsets.US_ASCII)
                : HexFormat.of().parseHex(value);
    }
}
