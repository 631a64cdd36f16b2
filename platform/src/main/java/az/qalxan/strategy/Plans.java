package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The action plan in its editions, for everybody who reads it. */
@Component
public final class Plans {

    private final PlanShelf shelf;

    Plans(PlanShelf shelf) {
        this.shelf = shelf;
    }

    /** The newest edition; empty only where neither a pack nor a person brought a plan. */
    public Optional<Plan> current() {
        return shelf.current();
    }

    public Optional<Plan> of(EditionId edition) {
        return shelf.of(edition);
    }

    /** All editions, the newest first, edition 0 of the pack last. */
    public List<Edition> editions() {
        return shelf.editions();
    }

    /** The edition that stood before that one. */
    public Optional<Plan> before(EditionId edition) {
        List<Edition> editions = editions();
        for (int i = 0; i < editions.size() - 1; i++) {
            if (editions.get(i).id().equals(edition)) {
                return of(editions.get(i + 1).id());
            }
        }
        return Optional.empty();
    }

    /** The measures that earlier editions had and the newest has not, by number. */
    public List<DroppedMeasure> dropped() {
        return shelf.dropped();
    }

    /** The measure as it stands, or as it last stood in an edition that had it. */
    public Optional<PlanMeasure> lastKnown(MeasureCode code) {
        Optional<PlanMeasure> standing = current().flatMap(plan -> plan.measure(code));
        return standing.isPresent() ? standing : droppedMeasure(code).map(DroppedMeasure::measure);
    }

    /** That measure, if an edition dropped it. */
    public Optional<DroppedMeasure> droppedMeasure(MeasureCode code) {
        return dropped().stream().filter(one -> one.measure().code().equals(code)).findAny();
    }
}
