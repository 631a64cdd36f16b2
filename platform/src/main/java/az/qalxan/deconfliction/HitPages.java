package az.qalxan.deconfliction;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.Directory;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.reporting.ReportShares;
import az.qalxan.web.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes what a side sees of a hit. */
@Component
class HitPages {

    private final Hits hits;
    private final AskStore asks;
    private final WatchStore watches;
    private final ReportShares shares;
    private final ReportLists lists;
    private final Readings readings;
    private final RuleBook book;
    private final Directory directory;
    private final BodyNames names;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final Clock clock;

    HitPages(
            Hits hits,
            AskStore asks,
            WatchStore watches,
            ReportShares shares,
            ReportLists lists,
            Readings readings,
            RuleBook book,
            Directory directory,
            BodyNames names,
            Jurisdiction jurisdiction,
            AuditLog audit,
            Clock clock) {
        this.hits = hits;
        this.asks = asks;
        this.watches = watches;
        this.shares = shares;
        this.lists = lists;
        this.readings = readings;
        this.book = book;
        this.directory = directory;
        this.names = names;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.clock = clock;
    }

    /** The page of a hit; what the other body said is recorded as read. */
    @Transactional
    HitPage of(Caller caller, UUID id, Text text) {
        Hits.HitView view = hits.view(caller, id);
        LocalDate today = book.today();
        return new HitPage(
                view.row(),
                name(view.row().other(), text),
                directory.contact(new BodyCode(view.row().other())).orElse(null),
                reports(view.own(), text),
                watches.of(ids(view.own(), Holding.Kind.WATCH)),
                view.asks().stream().map(ask -> question(caller, ask)).toList(),
                view.happenings(),
                book.grounds(),
                today.plusDays(1),
                today.plusDays(book.rules().consentDaysMax()));
    }

    /** A body's short name. */
    String name(String body, Text text) {
        return names.acronym(new BodyCode(body), text.language());
    }

    /** The short names of all bodies by code, in the directory's order. */
    Map<String, String> names() {
        Map<String, String> acronyms = new LinkedHashMap<>();
        directory.organisations().forEach(one -> acronyms.put(one.code().value(), one.acronym()));
        return acronyms;
    }

    private static List<UUID> ids(List<HitStore.Own> own, Holding.Kind kind) {
        return own.stream().filter(one -> one.kind() == kind).map(HitStore.Own::id).toList();
    }

    private List<HitPage.OwnReport> reports(List<HitStore.Own> own, Text text) {
        List<UUID> stay = own.stream().filter(HitStore.Own::hidden).map(HitStore.Own::id).toList();
        List<ReportId> ids = ids(own, Holding.Kind.REPORT).stream().map(ReportId::new).toList();
        return lists.of(ids).stream()
                .map(row ->
                        new HitPage.OwnReport(
                                row, title(row, text), stay.contains(row.id().value())))
                .toList();
    }

    /** A report's kind of cybercrime in the reader's language. */
    String title(ReportRow row, Text text) {
        return jurisdiction
                .category(row.category())
                .map(one -> text.pick(one.title().az(), one.title().en()))
                .orElse(row.category());
    }

    private HitPage.Question question(Caller caller, Ask ask) {
        boolean ours = ask.asking().equals(caller.body().value());
        boolean readable = ask.state().readable(clock.instant());
        Optional<String> statement =
                !ours || readable ? asks.statement(ask.id()) : Optional.empty();
        if (ours && statement.isPresent()) {
            readings.note(ask.id(), "statement", clock.instant());
            audit.record(
                    DeconflictionAct.STATEMENT_READ,
                    AuditSubject.of("ask", ask.id()),
                    new AuditLog.Concern(ask.owner(), Map.of("purpose", ask.purpose())));
        }
        return new HitPage.Question(
                ask,
                ours,
                book.ground(ask.ground()).orElse(null),
                statement.orElse(""),
                readable ? lists.of(shares.under(ask.id())) : List.of());
    }
}
