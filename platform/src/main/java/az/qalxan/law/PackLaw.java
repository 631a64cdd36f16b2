package az.qalxan.law;

import az.qalxan.engines.law.LawFacts;
import az.qalxan.engines.law.LawPacks;
import az.qalxan.engines.law.PackRefused;
import az.qalxan.jurisdiction.Jurisdiction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the packs of this program say is the law. */
@Component
class PackLaw {

    private static final Logger LOG = LoggerFactory.getLogger(PackLaw.class);

    private final Jurisdiction jurisdiction;

    PackLaw(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    /** Every fact of every pack; of the catalogue of standards, that of the pack in use. */
    List<Record> facts() {
        try {
            LawFacts law = law();
            List<Record> own = new ArrayList<>(own(jurisdiction.code() + "/standards.yaml"));
            own.addAll(own("treaties/counterparts.yaml"));
            SequencedMap<PackRowStore.Place, Record> facts = new LinkedHashMap<>();
            law.sources().forEach(one -> put(facts, one));
            law.rows().forEach(row -> put(facts, (Record) row));
            own.forEach(one -> put(facts, one));
            return new ArrayList<>(facts.values());
        } catch (IOException e) {
            throw new UncheckedIOException("the packs' law cannot be read", e);
        } catch (PackRefused e) {
            throw new IllegalStateException("the packs' law is wrong: " + e.getMessage(), e);
        }
    }

    private static LawFacts law() throws IOException, PackRefused {
        try (InputStream index = open(LawPacks.INDEX)) {
            if (index == null) {
                LOG.warn("no pack says what is the law");
                return new LawFacts(List.of(), List.of());
            }
        }
        return LawPacks.read(PackLaw::open);
    }

    private static void put(Map<PackRowStore.Place, Record> facts, Record fact) {
        facts.putIfAbsent(PackRowStore.Place.of(fact), fact);
    }

    private static List<Record> own(String path) throws IOException {
        try (InputStream file = open(path)) {
            return file == null ? List.of() : PlatformFacts.read(file);
        }
    }

    private static @Nullable InputStream open(String path) {
        return PackLaw.class.getResourceAsStream("/packs/" + path);
    }
}
