package az.qalxan.law;

import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.LawFacts;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All that was recorded at a moment; immutable, kept in memory and shared. */
final class Known {

    private final Map<FactKind, List<Held<?>>> byKind = new EnumMap<>(FactKind.class);
    private final Map<LineKey, List<Held<?>>> byLine = new HashMap<>();
    private final LawBook book;

    private Known(List<Held<?>> held) {
        for (Held<?> one : held) {
            byKind.computeIfAbsent(one.line().kind(), kind -> new ArrayList<>()).add(one);
            byLine.computeIfAbsent(one.line(), line -> new ArrayList<>()).add(one);
        }
        this.book = LawBook.of(new LawFacts(rows(held), described(held)));
    }

    static Known of(List<Recording> recordings) {
        List<Held<?>> held = new ArrayList<>();
        recordings.stream()
                .sorted(Comparator.comparing(Recording::line))
                .forEach(one -> held.add(Held.of(one)));
        return new Known(held);
    }

    private static List<LawRow> rows(List<Held<?>> held) {
        List<LawRow> rows = new ArrayList<>();
        for (Held<?> one : held) {
            if (one.fact() instanceof LawRow row) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Source> described(List<Held<?>> held) {
        List<Source> sources = new ArrayList<>();
        for (Held<?> one : held) {
            if (one.fact() instanceof Source source) {
                sources.add(source);
            }
        }
        return sources;
    }

    LawBook book() {
        return book;
    }

    /** Every recorded fact of a kind, by its key and then by its days. */
    List<Held<?>> of(FactKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Every recorded fact of that type. */
    @SuppressWarnings("unchecked") // the kind of a line decides the type of its fact
    <T extends Record> List<Held<T>> of(Class<T> type) {
        for (FactKind kind : FactKind.values()) {
            if (kind.type() == type) {
                return (List<Held<T>>) (List<?>) of(kind);
            }
        }
        throw new IllegalArgumentException("no kind of fact: " + type);
    }

    /** What stands of a line, by its days. */
    List<Held<?>> of(LineKey line) {
        return byLine.getOrDefault(line, List.of());
    }

    boolean isEmpty() {
        return byLine.isEmpty();
    }

    Optional<Source> source(String id) {
        return of(new LineKey(FactKind.SOURCE, id)).stream()
                .map(one -> (Source) one.fact())
                .findFirst();
    }

    /** The sources of those identifiers; one that nobody described is called by its identifier. */
    List<Source> sources(List<String> ids) {
        return ids.stream().map(id -> source(id).orElseGet(undescribed(id))).toList();
    }

    private static Supplier<Source> undescribed(String id) {
        return () -> new Source(id, id, "");
    }
}
