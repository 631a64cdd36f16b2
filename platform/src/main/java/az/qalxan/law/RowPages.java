package az.qalxan.law;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Right;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is known of one fact. */
@Component
class RowPages {

    static final int HISTORY_MAX = 200;

    private static final Right READ = Right.parse("law:read");

    private final RecordingStore recordings;
    private final ProposalStore proposals;
    private final AccessPolicy policy;
    private final CurrentCaller callers;

    RowPages(
            RecordingStore recordings,
            ProposalStore proposals,
            AccessPolicy policy,
            CurrentCaller callers) {
        this.recordings = recordings;
        this.proposals = proposals;
        this.policy = policy;
        this.callers = callers;
    }

    /** The fact of that line, if anything was ever recorded of it. */
    @Transactional(readOnly = true)
    public Optional<RowPage> of(LawView view, LineKey line) {
        List<Recording> history = history(view, line);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        List<Held<?>> all = view.known().of(line);
        @Nullable Held<?> held =
                line.kind().splits()
                        ? all.stream().filter(one -> one.on(view.on())).findFirst().orElse(null)
                        : all.stream().findFirst().orElse(null);
        return Optional.of(
                new RowPage(
                        view,
                        line,
                        held,
                        all.stream().filter(one -> one != held).toList(),
                        history,
                        mayRead() ? proposals.of(line, HISTORY_MAX) : List.of()));
    }

    /** What was recorded of a line up to the moment that is looked at. */
    List<Recording> history(LawView view, LineKey line) {
        return recordings.history(line, HISTORY_MAX).stream()
                .filter(one -> view.as().known() == null || !one.from().isAfter(view.as().known()))
                .toList();
    }

    boolean mayRead() {
        return callers.get().filter(caller -> policy.permits(caller, READ)).isPresent();
    }
}
