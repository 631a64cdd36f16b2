package az.qalxan.engines.threatintel.csaf;

import az.qalxan.engines.threatintel.csaf.Extension.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Extensions: their form, and the hints that they are there. */
final class ExtensionTests {

    private static final Shape SHAPE = Shape.of("csaf-2.1.shape", "extensions.shape");

    private ExtensionTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.60.1", (d, f) -> each(d, x -> SHAPE.breaches(x, "extension", f)));
        tests.only21("6.1.60.2", (d, f) -> each(d, x -> schema(x, f)));
        tests.only21("6.1.60.3", ExtensionTests::metadata);
        tests.only21("6.2.54.1", (d, f) -> each(d, x -> f.add(x, "not a registered extension")));
        tests.only21("6.2.54.2", (d, f) -> each(d, x -> f.add(x, "not an official extension")));
        tests.only21("6.2.54.3", (d, f) -> each(d, x -> critical(x, f)));
        tests.only21("6.2.54.4", (d, f) -> experimental(d, d.isClear(), f));
        tests.only21("6.3.21.1", (d, f) -> each(d, x -> essential(x, f)));
        tests.only21("6.3.21.2", (d, f) -> experimental(d, !d.isClear(), f));
        Place[] places = {
            Place.DOCUMENT,
            Place.BRANCH,
            Place.PRODUCT_NAME,
            Place.PRODUCT_PATH,
            Place.METRIC,
            Place.VULNERABILITY,
            Place.ROOT
        };
        for (int i = 0; i < places.length; i++) {
            Place place = places[i];
            tests.only21("6.3.21." + (i + 3), (d, f) -> used(d, place, f));
        }
    }

    /** The lists of extensions in a document, by where they stand. */
    private static Map<Place, List<At>> lists(Document d) {
        Map<Place, List<At>> all = new HashMap<>();
        add(all, Place.ROOT, d.root());
        add(all, Place.DOCUMENT, d.document());
        for (Product p : d.products()) {
            boolean isBranch = p.leaf() != null;
            Place inTree = isBranch ? Place.BRANCH : Place.PRODUCT_NAME;
            add(all, p.isPath() ? Place.PRODUCT_PATH : inTree, p.at());
        }
        for (At v : d.vulnerabilities()) {
            add(all, Place.VULNERABILITY, v);
            d.metrics(v).forEach(m -> add(all, Place.METRIC, m.content()));
        }
        return all;
    }

    private static void add(Map<Place, List<At>> all, Place place, At holder) {
        if (holder.has("x_extensions")) {
            all.computeIfAbsent(place, key -> new ArrayList<>()).add(holder.at("x_extensions"));
        }
    }

    private static void each(Document d, java.util.function.Consumer<At> judge) {
        lists(d).values().forEach(lists -> lists.forEach(list -> list.each().forEach(judge)));
    }

    private static void schema(At x, Findings f) {
        Extension known = Extension.of(x.text("$schema"));
        if (known == null) {
            return;
        }
        SHAPE.breaches(x.at("content"), known.content(), f);
        boolean critical = x.at("critical").node().booleanValue(known.critical());
        if (critical != known.critical()) {
            f.add(x.at("critical"), "the extension wants " + known.critical());
        }
    }

    private static void metadata(Document d, Findings f) {
        Map<String, At> used = new HashMap<>();
        lists(d).forEach((place, lists) -> {
            for (At list : lists) {
                occurrences(place, list, f);
                list.each().forEach(x -> used.put(name(x), x));
            }
        });
        used.forEach((name, x) -> {
            Extension known = Extension.of(x.text("$schema"));
            if (known != null && used.containsKey(known.incompatible())) {
                f.add(x, "may not stand beside " + known.incompatible());
            }
        });
    }

    private static String name(At x) {
        return Extension.nameOf(x.text("$schema"));
    }

    private static void occurrences(Place place, At list, Findings f) {
        Map<String, Integer> counts = new HashMap<>();
        for (At x : list.each()) {
            Extension known = Extension.of(x.text("$schema"));
            int count = counts.merge(name(x), 1, Integer::sum);
            if (known != null && count > known.occurrencesMax().getOrDefault(place, 0)) {
                f.add(x, "stands here more often than its metadata allows");
            }
        }
    }

    private static void critical(At x, Findings f) {
        if (x.at("critical").node().booleanValue(false)) {
            f.add(x.at("critical"), "the document cannot be read without knowing the extension");
        }
    }

    private static void experimental(Document d, boolean applies, Findings f) {
        if (applies) {
            each(d, x -> f.add(x, "an experimental extension"));
        }
    }

    private static void essential(At x, Findings f) {
        if (x.text("category").equals("essential")) {
            f.add(x.at("category"), "the content cannot be understood without the extension");
        }
    }

    private static void used(Document d, Place place, Findings f) {
        lists(d).getOrDefault(place, List.of()).forEach(list -> f.add(list, "extensions are used"));
    }
}
