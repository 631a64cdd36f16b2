package az.qalxan.evidence.custody;

import az.qalxan.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The text of a transfer that both sides sign: canonical JSON (RFC 8785) and its SHA-256. */
record Statement(String text, String digest) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the giver states about the exhibits that pass on. */
    static Statement of(Transfer.Terms terms) {
        SortedMap<String, Object> text = new TreeMap<>();
        text.put("basis", terms.basis());
        text.put("condition", terms.condition());
        text.put("exhibits", items(terms.items()));
        text.put("from", side(terms.from()));
        text.put("place", terms.place());
        text.put("proposed", terms.proposedAt().toString());
        text.put("reason", terms.reason());
        text.put("seals-intact", terms.sealsIntact());
        text.put("to", side(terms.to()));
        text.put("transfer", terms.label());
        String written = JSON.writeValueAsString(text);
        return new Statement(written, Sha256.of(written.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<SortedMap<String, Object>> items(List<Transfer.Item> items) {
        return items.stream()
                .map(one -> {
                    SortedMap<String, Object> item = new TreeMap<>();
                    item.put("id", one.exhibit().toString());
                    item.put("number", one.number());
                    item.put("seals", one.seals());
                    item.put("title", one.title());
                    return item;
                })
                .toList();
    }

    private static SortedMap<String, Object> side(Side side) {
        SortedMap<String, Object> person = new TreeMap<>();
        person.put("account", side.account());
        person.put("body", side.body().value());
        person.put("name", side.name());
        return person;
    }
}
