package az.qalxan.monitoring.incident;

import az.qalxan.monitoring.Entity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Files findings of one body under alerts: those that stand, or new ones. */
final class Filing {

    private final Duration gap;
    private final Supplier<UUID> ids;
    private final Map<Entity, List<UUID>> byEntity = new HashMap<>();
    private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
    private final Map<UUID, List<Found>> filed = new LinkedHashMap<>();

    Filing(Collection<Alert> standing, Duration gap, Supplier<UUID> ids) {
        this.gap = gap;
        this.ids = ids;
        standing.forEach(this::keep);
    }

    private void keep(Alert alert) {
        alerts.put(alert.id(), alert);
        List<UUID> known = byEntity.computeIfAbsent(alert.entity(), key -> new ArrayList<>());
        if (!known.contains(alert.id())) {
            known.add(alert.id());
        }
    }

    /** Files them all; the order in which they are given does not matter. */
    Filing file(Collection<Found> found) {
        found.stream()
                .sorted(Comparator.comparing(Found::at).thenComparing(Found::finding))
                .forEach(this::file);
        return this;
    }

    private void file(Found found) {
        Alert alert = near(found).orElseGet(() -> begun(found)).with(found);
        keep(alert);
        filed.computeIfAbsent(alert.id(), key -> new ArrayList<>()).add(found);
    }

    private Optional<Alert> near(Found found) {
        return byEntity.getOrDefault(found.filed(), List.of()).stream()
                .map(id -> java.util.Objects.requireNonNull(alerts.get(id)))
                .filter(alert -> alert.near(found.at(), gap))
                .max(Comparator.comparing(Alert::lastAt));
    }

    private Alert begun(Found found) {
        return new Alert(
                ids.get(),
                found.body(),
                found.handling(),
                found.sector(),
                found.filed(),
                found.at(),
                found.at(),
                found.seen(),
                0,
                found.level(),
                found.title());
    }

    /** The alerts that got findings, as they are now. */
    List<Alert> touched() {
        return filed.keySet().stream()
                .map(id -> java.util.Objects.requireNonNull(alerts.get(id)))
                .toList();
    }

    /** What was filed under that alert. */
    List<Found> under(UUID alert) {
        return filed.getOrDefault(alert, List.of());
    }
}
