package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a field for each kind of digest of Sysmon's {@code Hashes: MD5=…,SHA256=…}. */
final class HashFields {

    private static final Map<Integer, String> BY_LENGTH =
            Map.of(32, "MD5", 40, "SHA1", 64, "SHA256", 128, "SHA512");

    private final List<String> algorithms;
    private final String prefix;
    private final boolean alone;

    HashFields(Entry at, Set<String> known) throws BadPipeline {
        known.addAll(Set.of("valid_hash_algos", "field_prefix", "drop_algo_prefix"));
        algorithms =
                at.texts("valid_hash_algos").stream()
                        .map(one -> one.toUpperCase(Locale.ROOT))
                        .toList();
        prefix = at.text("field_prefix");
        alone = at.truth("drop_algo_prefix", false);
    }

    Step.Change change() {
        return (Step.Change.OfItem)
                (item, _) -> {
                    boolean hashes = item.field().equals("Hashes") || item.field().equals("Hash");
                    return hashes ? split(item) : item;
                };
    }

    /** A value of no known kind keeps its field. */
    private DraftPart split(DraftPart.Item item) {
        Map<String, List<Yaml>> byField = new LinkedHashMap<>();
        for (Yaml value : item.values()) {
            int equal = value.text().indexOf('=');
            String digest = value.text().substring(equal + 1).replace("*", "").strip();
            String named = equal < 0 ? "" : value.text().substring(0, equal).replace("*", "");
            String algorithm =
                    named.isEmpty()
                            ? BY_LENGTH.getOrDefault(digest.length(), "")
                            : named.toUpperCase(Locale.ROOT);
            boolean known = algorithms.contains(algorithm);
            byField.computeIfAbsent(
                            known ? prefix + (alone ? "" : algorithm) : item.field(),
                            _ -> new ArrayList<>())
                    .add(known ? Values.text(value, digest) : value);
        }
        if (byField.keySet().equals(Set.of(item.field()))) {
            return item;
        }
        List<DraftPart> parts = new ArrayList<>();
        byField.forEach((field, values) -> {
            DraftPart.Item named = item.named(field).with(values);
            boolean kept = field.equals(item.field());
            parts.add(kept ? named : named.modified(List.of()));
        });
        boolean all = item.modifiers().contains("all");
        return all ? new DraftPart.All(parts) : new DraftPart.Any(parts);
    }
}
