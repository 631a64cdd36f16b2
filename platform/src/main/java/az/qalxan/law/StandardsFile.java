package az.qalxan.law;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Source;
import az.qalxan.engines.law.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A pack's file {@code standards.yaml}: the places of the catalogue and known editions. */
record StandardsFile(List<StandardSlot> slots, List<StandardEdition> editions, List<Source> sources) {

    static final StandardsFile NONE = new StandardsFile(List.of(), List.of(), List.of());

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int SLOTS_MAX = 1_000;

    StandardsFile {
        slots = List.copyOf(slots);
        editions = List.copyOf(editions);
        sources = List.copyOf(sources);
    }

    /** Reads the file; the catalogue has as many places as it says. */
    static StandardsFile read(InputStream bytes) throws IOException {
        JsonNode file = YAML.readTree(bytes);
        JsonNode catalogue = file.required("catalogue");
        int places = catalogue.required("places").asInt();
        if (places < 0 || places > SLOTS_MAX) {
            throw new IllegalArgumentException(
                    "a catalogue has 0 to %,d places, not %,d".formatted(SLOTS_MAX, places));
        }
        Citation citation = citation(catalogue);
        List<StandardSlot> slots = new ArrayList<>();
        for (int place = 1; place <= places; place++) {
            slots.add(empty(place, citation));
        }
        List<StandardEdition> editions = new ArrayList<>();
        file.path("editions").forEach(one -> editions.add(edition(one)));
        List<Source> sources = new ArrayList<>();
        file.path("sources")
                .forEach(one ->
                        sources.add(
                                new Source(
                                        text(one, "id"),
                                        text(one, "title"),
                                        one.path("address").asString(""))));
        return new StandardsFile(slots, editions, sources);
    }

    private static StandardSlot empty(int place, Citation citation) {
        return new StandardSlot(
                "%02d".formatted(place),
                place,
                "",
                "",
                "",
                "",
                StandardSlot.Adoption.UNKNOWN,
                null,
                null,
                "",
                "",
                "",
                citation);
    }

    private static StandardEdition edition(JsonNode one) {
        return new StandardEdition(
                text(one, "origin"),
                text(one, "edition"),
                one.path("supersedes").asString(""),
                day(one, "published"),
                citation(one));
    }

    private static Citation citation(JsonNode one) {
        List<String> sources = new ArrayList<>();
        one.required("source").forEach(source -> sources.add(source.asString()));
        Standing standing =
                one.path("status").asString("unverified").equals("verified")
                        ? Standing.VERIFIED
                        : Standing.UNVERIFIED;
        return new Citation(sources, standing, day(one, "retrieved"), one.path("note").asString(""));
    }

    private static String text(JsonNode one, String field) {
        return one.required(field).asString();
    }

    private static @Nullable LocalDate day(JsonNode one, String field) {
        return one.has(field) ? LocalDate.parse(text(one, field)) : null;
    }
}
