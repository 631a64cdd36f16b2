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
import org.springframework.stereotype.Component;

/** What the packs of this program say is the law. */
@Component
class PackLaw {

    private final Jurisdiction jurisdiction;

    PackLaw(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    /** Every fact of every pack; of the catalogue of standards, that of the pack in use. */
    List<Record> facts() {
        try {
            LawFacts law = LawPacks.read(PackLaw::open);
            StandardsFile standards = standards();
            SequencedMap<PackRowStore.Place, Record> facts = new LinkedHashMap<>();
            law.sources().forEach(one -> put(facts, one));
            standards.sources().forEach(one -> put(facts, one));
            law.rows().forEach(row -> put(facts, (Record) row));
            standards.slots().forEach(one -> put(facts, one));
            standards.editions().forEach(one -> put(facts, one));
            return new ArrayList<>(facts.values());
        } catch (IOException e) {
            throw new UncheckedIOException("the packs' law cannot be read", e);
        } catch (PackRefused e) {
            throw new IllegalStateException("the packs' law is wrong: " + e.getMessage(), e);
        }
    }

    private static void put(Map<PackRowStore.Place, Record> facts, Record fact) {
        facts.putIfAbsent(PackRowStore.Place.of(fact), fact);
    }

    private StandardsFile standards() throws IOException {
        try (InputStream file = open(jurisdiction.code() + "/standards.yaml")) {
            return file == null ? StandardsFile.NONE : StandardsFile.read(file);
        }
    }

    private static @Nullable InputStream open(String path) {
        return PackLaw.class.getResourceAsStream("/packs/" + path);
    }
}
