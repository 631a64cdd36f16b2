package az.qalxan.command;

import az.qalxan.engines.knownfiles.KnownAnswer;
import az.qalxan.engines.knownfiles.KnownOrigin;
import java.util.LinkedHashMap;
import java.util.Map;

/** How answers on known files are told. */
final class KnownLines {

    private KnownLines() {}

    static String told(String item, KnownAnswer answer) {
        return switch (answer) {
            case KnownAnswer.Known known ->
                    "%s: known by %s in %s"
                            .formatted(
                                    item,
                                    known.hash().kind().algorithm(),
                                    String.join(
                                            ", ",
                                            known.in().stream().map(KnownOrigin::name).toList()));
            case KnownAnswer.PerhapsKnown perhaps ->
                    "%s: PERHAPS known: only %s has it, which takes %.2g of unknown files for known"
                            .formatted(item, String.join(", ", perhaps.in()), perhaps.falseHits());
            case KnownAnswer.Unknown unknown -> item + ": not known";
        };
    }

    static Map<String, Object> entry(String item, KnownAnswer answer) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("item", item);
        entry.put("digest", answer.hash().kind().algorithm());
        entry.put("hex", answer.hash().hex());
        switch (answer) {
            case KnownAnswer.Known known -> {
                entry.put("answer", "known");
                entry.put("in", known.in().stream().map(KnownLines::entry).toList());
            }
            case KnownAnswer.PerhapsKnown perhaps -> {
                entry.put("answer", "perhaps");
                entry.put("filters", perhaps.in());
                entry.put("falseHits", perhaps.falseHits());
            }
            case KnownAnswer.Unknown unknown -> entry.put("answer", "unknown");
        }
        return entry;
    }

    static Map<String, Object> entry(KnownOrigin origin) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", origin.name());
        entry.put("version", origin.version());
        entry.put("source", origin.source());
        entry.put("licence", origin.licence());
        entry.put("builtAt", origin.builtAt().toString());
        return entry;
    }
}
