package az.qalxan.casework.handover;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseArticles;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseElsewhere;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNotice;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseTop;
import az.qalxan.casework.Receivers;
import az.qalxan.casework.WaitingWork;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the pages of hand-overs, and what other pages say of them. */
@Component
class HandOverPages implements CaseNotice, CaseElsewhere, WaitingWork {

    private static final String PATH = "/hand-overs/";

    private final HandOverStore store;
    private final CaseDesk cases;
    private final CaseArticles articles;
    private final Receivers receivers;
    private final Jurisdiction jurisdiction;
    private final Colleagues colleagues;
    private final CurrentCaller callers;
    private final PageFrames frames;

    HandOverPages(
            HandOverStore store,
            CaseDesk cases,
            CaseArticles articles,
            Receivers receivers,
            Jurisdiction jurisdiction,
            Colleagues colleagues,
            CurrentCaller callers,
            PageFrames frames) {
        this.store = store;
        this.cases = cases;
        this.articles = articles;
        this.receivers = receivers;
        this.jurisdiction = jurisdiction;
        this.colleagues = colleagues;
        this.callers = callers;
        this.frames = frames;
    }

    @Transactional(readOnly = true)
    public HandOverPage document(HandOver seen, HttpServletRequest request) {
        Text text = frames.of(request).text();
        Caller caller = callers.require();
        HandOver.Terms terms = seen.terms();
        boolean sender = terms.from().equals(caller.body());
        boolean open = seen instanceof HandOver.Offered;
        return new HandOverPage(
                seen,
                name(terms.from(), text),
                name(terms.to(), text),
                store.statement(terms.number()).orElse(null),
                sender,
                open && frames.of(request).viewer().may("casework:decide"),
                open && !sender ? colleagues.ofCaller() : List.of(),
                caller.account().toString());
    }

    @Transactional(readOnly = true)
    public HandOverList list(HttpServletRequest request) {
        Text text = frames.of(request).text();
        BodyCode own = callers.require().body();
        return new HandOverList(
                store.of(own, true).stream()
                        .map(one -> new HandOverList.Row(one, name(one.terms().from(), text)))
                        .toList(),
                store.of(own, false).stream()
                        .map(one -> new HandOverList.Row(one, name(one.terms().to(), text)))
                        .toList());
    }

    CaseHandOverPage ofCase(CaseHead head, HttpServletRequest request) {
        Text text = frames.of(request).text();
        CaseTop top = cases.top(head, "hand-over", request);
        List<HandOver> all = store.of(head.number());
        return new CaseHandOverPage(
                top,
                all.stream().map(one -> new HandOverList.Row(one, way(one.terms(), text))).toList(),
                receivers.without(head.body()),
                articles.standing(head),
                cases.reports(head),
                !top.state().equals("closed")
                        && all.stream().noneMatch(one -> one instanceof HandOver.Offered));
    }

    private String way(HandOver.Terms terms, Text text) {
        return name(terms.from(), text) + " → " + name(terms.to(), text);
    }

    private String name(BodyCode body, Text text) {
        return jurisdiction
                .body(body.value())
                .map(one -> text.pick(one.name().az(), one.name().en()))
                .orElse(body.value());
    }

    /** An open offer, or the refusal that came last, stands over the case. */
    @Override
    public List<Notice> about(CaseHead head, Text text) {
        return store.of(head.number()).stream()
                .findFirst()
                .flatMap(last -> notice(last, text))
                .stream()
                .toList();
    }

    private Optional<Notice> notice(HandOver last, Text text) {
        HandOver.Terms terms = last.terms();
        String to = name(terms.to(), text);
        String path = PATH + terms.number();
        return switch (last) {
            case HandOver.Offered ignored ->
                    Optional.of(
                            new Notice(
                                    "soon",
                                    text.of(
                                            "hand-over.notice.offered",
                                            to,
                                            text.time(terms.offeredAt())),
                                    path));
            case HandOver.Refused refused ->
                    Optional.of(
                            new Notice(
                                    "soon",
                                    text.of("hand-over.notice.refused", to, refused.reasons()),
                                    path));
            case HandOver.Accepted ignored -> Optional.empty();
            case HandOver.Withdrawn ignored -> Optional.empty();
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> place(CaseNumber number) {
        BodyCode own = callers.require().body();
        return store.of(number).stream()
                .filter(one -> one.terms().from().equals(own) && !one.owner().equals(own))
                .findFirst()
                .map(one -> PATH + one.terms().number());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        long waiting = store.waiting(caller.body());
        return waiting == 0
                ? List.of()
                : List.of(new Item("home.hand-overs", waiting, "/hand-overs", false));
    }
}
