package az.qalxan.evidence.erasure;

import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitParts;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** That an exhibit's bytes were destroyed, on its page. */
@Component
class ErasurePart implements ExhibitParts {

    private final ErasureStore store;
    private final Fragments fragments;

    ErasurePart(ErasureStore store, Fragments fragments) {
        this.store = store;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Content> of(Exhibit exhibit, PageFrame frame) {
        if (exhibit.stored() == null) {
            return Optional.empty();
        }
        return store.ofCase(exhibit.caseNumber()).stream()
                .filter(Erasure::carriedOut)
                .findFirst()
                .map(one ->
                        fragments.of(
                                "evidence/erasure/part",
                                Map.of(
                                        "frame", frame,
                                        "sentence", ErasureNotice.done(one, frame.text()),
                                        "erasure", one)));
    }
}
