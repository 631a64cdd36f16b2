package az.qalxan.exchange.knowledge;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the pack says of values: what everybody shares, and how fast an indicator ages. */
@Component
class KnowledgePack {

    private final Map<KnownValue, Shared> exact = new HashMap<>();
    private final Map<KnownValue, Shared> below = new HashMap<>();
    private final Map<ValueKind, Decay.Pace> paces = new EnumMap<>(ValueKind.class);
    private final NetworkWidths widths;
    private final int base;
    private final int hub;

    KnowledgePack(Jurisdiction jurisdiction, ValueReading reading) {
        JsonNode file = read("/packs/" + jurisdiction.code() + "/knowledge.yaml");
        base = file.required("base").asInt();
        hub = file.required("hub_objects").asInt();
        file.required("decay")
                .properties()
                .forEach(one -> paces.put(kind(one.getKey()), pace(one.getValue())));
        Set<Integer> four = new HashSet<>();
        Set<Integer> six = new HashSet<>();
        for (JsonNode group : file.required("shared")) {
            Shared shared =
                    new Shared(words(group.required("why")), group.required("blocks").asBoolean());
            for (JsonNode written : group.required("values")) {
                KnownValue value =
                        reading.of(kind(group.required("kind").asString()), written.asString())
                                .orElseThrow(() ->
                                        new IllegalStateException("knowledge.yaml: " + written));
                exact.put(value, shared);
                if (group.path("below").asBoolean(false)) {
                    below.put(value, shared);
                }
                if (NetworkWidths.bits(value.text()) >= 0 && value.kind() == ValueKind.IP) {
                    (value.text().indexOf(':') >= 0 ? six : four)
                            .add(NetworkWidths.bits(value.text()));
                }
            }
        }
        widths = new NetworkWidths(four, six);
    }

    /**
     * Why a value is everybody's.
     *
     * @param blocks whether it finds nothing in events
     */
    record Shared(Words why, boolean blocks) {}

    private static ValueKind kind(String code) {
        return ValueKind.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("knowledge.yaml: kind " + code));
    }

    private static Decay.Pace pace(JsonNode one) {
        return new Decay.Pace(one.required("days").asInt(), one.required("speed").asDouble());
    }

    private static Words words(JsonNode one) {
        return new Words(one.required("az").asString(), one.required("en").asString());
    }

    /** Why a value is everybody's; empty for what is not known to be. */
    Optional<Shared> shared(KnownValue value) {
        @Nullable Shared itself = exact.get(value);
        if (itself != null) {
            return Optional.of(itself);
        }
        return switch (value.kind()) {
            case IP -> first(widths.around(value.text()), exact);
            case DOMAIN -> first(value.wider(NetworkWidths.NONE), below);
            default -> Optional.empty();
        };
    }

    private static Optional<Shared> first(List<KnownValue> wider, Map<KnownValue, Shared> known) {
        List<Shared> found = new ArrayList<>();
        wider.forEach(one -> {
            @Nullable Shared shared = known.get(one);
            if (shared != null) {
                found.add(shared);
            }
        });
        return found.stream().findFirst();
    }

    /** How fast a value of that kind ages. */
    Decay.Pace pace(ValueKind kind) {
        return Objects.requireNonNull(paces.get(kind), kind.code());
    }

    /** What an indicator is worth whose sender says nothing of it. */
    int base() {
        return base;
    }

    /** A value that more objects hold is a hub. */
    int hub() {
        return hub;
    }

    private static JsonNode read(String path) {
        try (InputStream in =
                Objects.requireNonNull(KnowledgePack.class.getResourceAsStream(path), path)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
