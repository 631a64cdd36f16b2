package az.qalxan.strategy.swot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The four fields as they stood on a day, and what differs between two days. */
final class Picture {

    private Picture() {}

    /** An entry as it stood. */
    record Shown(long number, Entry.Version version) {}

    /** The entries of every field at the end of that day, in the order of their numbers. */
    static Map<Field, List<Shown>> on(List<Entry> entries, LocalDate day, ZoneId zone) {
        Map<Field, List<Shown>> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            fields.put(field, of(field, entries, day, zone));
        }
        return fields;
    }

    private static List<Shown> of(Field field, List<Entry> entries, LocalDate day, ZoneId zone) {
        List<Shown> shown = new ArrayList<>();
        for (Entry entry : entries) {
            entry.on(day, zone)
                    .filter(version -> version.said().field() == field)
                    .ifPresent(version -> shown.add(new Shown(entry.number(), version)));
        }
        return shown;
    }

    /** How an entry differs; message key {@code swot.change.<code>}. */
    enum Change {
        ADDED,
        DROPPED,
        MOVED,
        REWORDED,
        /** Other evidence, links or dates under the same words. */
        GROUNDED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An entry that differs.
     *
     * @param before null if it was not there
     * @param after null if it is there no more
     */
    record Difference(
            long number,
            Set<Change> changes,
            Entry.@Nullable Version before,
            Entry.@Nullable Version after) {

        /** Copies. */
        Difference {
            changes = java.util.Collections.unmodifiableSet(EnumSet.copyOf(changes));
        }
    }

    /** What differs between the ends of two days, in the order of the entries' numbers. */
    static List<Difference> between(
            List<Entry> entries, LocalDate from, LocalDate until, ZoneId zone) {
        List<Difference> found = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Entry.Version> before = entry.on(from, zone);
            Optional<Entry.Version> after = entry.on(until, zone);
            Set<Change> changes = changes(before, after);
            if (!changes.isEmpty()) {
                found.add(
                        new Difference(
                                entry.number(), changes, before.orElse(null), after.orElse(null)));
            }
        }
        return found;
    }

    private static Set<Change> changes(
            Optional<Entry.Version> before, Optional<Entry.Version> after) {
        if (before.isEmpty() || after.isEmpty()) {
            Set<Change> one = EnumSet.noneOf(Change.class);
            before.ifPresent(gone -> one.add(Change.DROPPED));
            after.ifPresent(come -> one.add(Change.ADDED));
            return one;
        }
        Entry.Said old = before.get().said();
        Entry.Said fresh = after.get().said();
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (old.field() != fresh.field()) {
            changes.add(Change.MOVED);
        }
        if (!old.words().equals(fresh.words())) {
            changes.add(Change.REWORDED);
        }
        if (changes.isEmpty() && !old.equals(fresh)) {
            changes.add(Change.GROUNDED);
        }
        return changes;
    }
}
