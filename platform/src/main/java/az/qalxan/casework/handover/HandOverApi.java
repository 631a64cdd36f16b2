package az.qalxan.casework.handover;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hand-overs for a body's programs: what comes and what went; people decide. */
@RestController
@Tag(name = "Hand-overs")
class HandOverApi {

    private final HandOverStore store;
    private final CurrentCaller callers;

    HandOverApi(HandOverStore store, CurrentCaller callers) {
        this.store = store;
        this.callers = callers;
    }

    /**
     * A hand-over as programs read it.
     *
     * @param summary and the other parts of the statement are null when they may not be read
     */
    record HandOverEntry(
            String decision,
            String number,
            String from,
            String to,
            String state,
            Instant offeredAt,
            @Nullable String summary,
            @Nullable List<String> articles,
            @Nullable Long reports) {}

    /** Those that come to the caller's body and those that go from it. */
    record HandOverEntries(List<HandOverEntry> incoming, List<HandOverEntry> outgoing) {}

    @Requires("casework:read")
    @GetMapping("/api/hand-overs")
    @Transactional(readOnly = true)
    public HandOverEntries handOvers() {
        var own = callers.require().body();
        return new HandOverEntries(
                store.of(own, true).stream().map(this::entry).toList(),
                store.of(own, false).stream().map(this::entry).toList());
    }

    private HandOverEntry entry(HandOver one) {
        HandOver.Terms terms = one.terms();
        @Nullable Statement statement = store.statement(terms.number()).orElse(null);
        return new HandOverEntry(
                terms.number().value(),
                terms.caseNumber().value(),
                terms.from().value(),
                terms.to().value(),
                one.code(),
                terms.offeredAt(),
                statement == null ? null : statement.summary(),
                statement == null ? null : statement.articles(),
                statement == null ? null : statement.reports());
    }
}
