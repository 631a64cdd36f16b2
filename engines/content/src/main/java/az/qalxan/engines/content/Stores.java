package az.qalxan.engines.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The databases of programs that we know by their tables. */
final class Stores {

    private static final List<Store> KNOWN = load();

    private Stores() {}

    /** A store: what its schema must have, and where its moments stand. */
    record Store(ContentType type, Map<String, List<String>> needs, List<Rule> rules) {}

    /**
     * How moments are read from a table.
     *
     * @param from the table
     * @param at its column with the time, or one of a joined table as table.column
     * @param join columns to the tables whose row numbers they name
     * @param show columns that tell what happened
     * @param user the column that tells who; empty for none
     */
    record Rule(
            String from,
            String at,
            String epoch,
            MomentKind what,
            Map<String, String> join,
            List<String> show,
            String user) {}

    static Optional<Store> of(SqliteFile file) {
        return KNOWN.stream()
                .filter(store ->
                        store.needs().entrySet().stream()
                                .allMatch(need -> {
                                    SqliteTable table = file.tables().get(need.getKey());
                                    return table != null && table.has(need.getValue());
                                }))
                .findFirst();
    }

    private static List<Store> load() {
        List<Store> stores = new ArrayList<>();
        for (Object entry : Magic.list(Magic.yaml("stores.yaml"), "stores")) {
            Map<?, ?> store = (Map<?, ?>) entry;
            Map<String, List<String>> needs = new LinkedHashMap<>();
            Magic.map(store, "needs")
                    .forEach((table, columns) -> needs.put(lower(table), list(columns)));
            List<Rule> rules = new ArrayList<>();
            for (Object rule : Magic.list(store, "moments")) {
                rules.add(rule((Map<?, ?>) rule));
            }
            ContentType type =
                    new ContentType(
                            "application/x-sqlite3",
                            String.valueOf(store.get("kind")),
                            ContentFamily.of(String.valueOf(store.get("family"))));
            stores.add(new Store(type, needs, rules));
        }
        return List.copyOf(stores);
    }

    private static Rule rule(Map<?, ?> rule) {
        Map<String, String> join = new LinkedHashMap<>();
        if (rule.get("join") instanceof Map<?, ?> joined) {
            joined.forEach((column, table) -> join.put(lower(column), lower(table)));
        }
        Object user = rule.get("user");
        return new Rule(
                lower(String.valueOf(rule.get("from"))),
                lower(String.valueOf(rule.get("at"))),
                String.valueOf(rule.get("epoch")),
                MomentKind.of(String.valueOf(rule.get("what"))),
                join,
                list(Magic.list(rule, "show")),
                user == null ? "" : lower(user));
    }

    private static String lower(Object name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }

    private static List<String> list(Object names) {
        return ((List<?>) names).stream().map(Stores::lower).toList();
    }
}
