package az.qalxan.evidence.erasure;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNotice;
import az.qalxan.casework.WaitingWork;
import az.qalxan.web.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That something is to be destroyed or was, on every page of its case and on the first page. */
@Component
@Order(6)
class ErasureNotice implements CaseNotice, WaitingWork {

    private final AccessPolicy policy;
    private final ErasureStore store;

    ErasureNotice(AccessPolicy policy, ErasureStore store) {
        this.policy = policy;
        this.store = store;
    }

    @Override
    public List<Notice> about(CaseHead head, Text text) {
        return store.ofCase(head.number()).stream()
                .flatMap(one -> notice(one, text).stream())
                .limit(1)
                .toList();
    }

    private static Optional<Notice> notice(Erasure erasure, Text text) {
        String path = path(erasure.caseNumber().value());
        return switch (erasure.state()) {
            case PROPOSED ->
                    Optional.of(
                            new Notice(
                                    "soon",
                                    text.of("erasure.case-open", erasure.proposed().name()),
                                    path));
            case DECIDED, DONE -> Optional.of(new Notice("", done(erasure, text), path));
            case REFUSED, WITHDRAWN -> Optional.empty();
        };
    }

    /** That it was destroyed, when, and by which two people. */
    static String done(Erasure erasure, Text text) {
        Erasure.Signature decided = Objects.requireNonNull(erasure.decided());
        return text.of(
                "erasure.case-done",
                text.date(decided.at()),
                erasure.proposed().name(),
                decided.name());
    }

    private static String path(String number) {
        return "/evidence/cases/" + number + "/erasure";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        String account = caller.account().toString();
        return policy.permits(caller, ErasureDesk.DECIDE)
                ? store
                        .longest(caller.body(), account)
                        .map(number ->
                                new Item(
                                        "erasure.home-waiting",
                                        store.waiting(caller.body(), account),
                                        path(number),
                                        false))
                        .stream()
                        .toList()
                : List.of();
    }
}
