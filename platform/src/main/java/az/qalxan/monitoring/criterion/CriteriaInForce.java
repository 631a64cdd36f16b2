package az.qalxan.monitoring.criterion;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The criteria that hold, for the modules that judge by them. */
@Component
public class CriteriaInForce {

    private final CriteriaStore store;

    CriteriaInForce(CriteriaStore store) {
        this.store = store;
    }

    /**
     * A set that holds.
     *
     * @param signed whether people signed it; the pack's own is not
     */
    public record Holding(int number, boolean signed, Criteria criteria) {}

    /** What holds now; empty in a country whose pack has none. */
    @Transactional(readOnly = true)
    public Optional<Holding> now() {
        return store.inForce().map(one -> new Holding(one.number(), one.signed(), one.criteria()));
    }

    /** A version by its number, whatever became of it since. */
    @Transactional(readOnly = true)
    public Optional<Holding> version(int number) {
        return store.find(number)
                .map(one -> new Holding(one.number(), one.signed(), one.criteria()));
    }
}
