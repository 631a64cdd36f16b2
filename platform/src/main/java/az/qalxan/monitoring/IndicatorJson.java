package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An indicator as a finding keeps it: as it was when it was found. */
final class IndicatorJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private IndicatorJson() {}

    static @Nullable Map<String, Object> of(@Nullable KnownIndicator one) {
        if (one == null) {
            return null;
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("collection", one.collection());
        kept.put("title", one.collectionTitle());
        kept.put("object", one.object());
        kept.put("name", one.name());
        kept.put("sender", one.sender());
        kept.put("handling", one.handling().rank());
        kept.put("marking", one.handling().label());
        kept.put("confidence", one.confidence());
        return kept;
    }

    static @Nullable KnownIndicator read(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        JsonNode one = JSON.readTree(kept);
        return new KnownIndicator(
                UUID.fromString(one.path("collection").asString()),
                one.path("title").asString(),
                one.path("object").asString(),
                one.path("name").asString(),
                one.path("sender").asString(),
                Handling.ofRank(one.path("handling").asInt()),
                one.path("confidence").asInt());
    }
}
