package az.qalxan.law;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Source;
import az.qalxan.engines.law.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Facts of packs that no request rests on, so the engine does not know them: places of the
 * catalogue of standards, known editions, articles of treaties that ask the same.
 */
final class PlatformFacts {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int PLACES_MAX = 1_000;

    private PlatformFacts() {}

    /** Reads a file of them. */
    static List<Record> read(InputStream bytes) throws IOException {
        JsonNode file = YAML.readTree(bytes);
        List<Record> facts = new ArrayList<>();
        file.path("sources").forEach(one -> facts.add(source(one)));
        if (file.has("catalogue")) {
            places(file.required("catalogue"), facts);
        }
        file.path("editions").forEach(one -> facts.add(edition(one)));
        file.path("counterparts").forEach(one -> facts.add(counterpart(one)));
        return facts;
    }

    private static Source source(JsonNode one) {
        return new Source(text(one, "id"), text(one, "title"), one.path("address").asString(""));
    }

    private static void places(JsonNode catalogue, List<Record> facts) {
        int places = catalogue.required("places").asInt();
        if (places < 0 || places > PLACES_MAX) {
            throw new IllegalArgumentException(
                    "a catalogue has 0 to %,d places, not %,d".formatted(PLACES_MAX, places));
        }
        Citation citation = citation(catalogue);
        for (int place = 1; place <= places; place++) {
            facts.add(empty(place, citation));
        }
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

    private static Counterpart counterpart(JsonNode one) {
        return new Counterpart(
                Clause.of(text(one, "article")), Clause.of(text(one, "other")), citation(one));
    }

    private static Citation citation(JsonNode one) {
        List<String> sources = new ArrayList<>();
        one.required("sources").forEach(source -> sources.add(source.asString()));
        return new Citation(
                sources,
                Standing.valueOf(text(one, "standing").toUpperCase(Locale.ROOT)),
                day(one, "retrieved"),
                one.path("note").asString(""));
    }

    private static String text(JsonNode one, String field) {
        return one.required(field).asString();
    }

    private static @Nullable LocalDate day(JsonNode one, String field) {
        return one.has(field) ? LocalDate.parse(text(one, field)) : null;
    }
}
