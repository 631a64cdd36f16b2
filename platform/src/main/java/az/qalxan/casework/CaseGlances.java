package az.qalxan.casework;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases at a glance, for the modules whose records belong to cases. */
@Component
public class CaseGlances {

    private final CaseStore store;

    CaseGlances(CaseStore store) {
        this.store = store;
    }

    /** The case; empty when there is none or the caller may not know of it. */
    @Transactional(readOnly = true)
    public Optional<CaseGlance> of(CaseNumber number) {
        return store.find(number)
                .map(CaseFile::head)
                .map(head ->
                        new CaseGlance(
                                head.number(), head.title(), head.body(), head.handling(), null));
    }
}
