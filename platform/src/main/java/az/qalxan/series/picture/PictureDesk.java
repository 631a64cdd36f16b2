package az.qalxan.series.picture;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Handling;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.series.SeriesEvidence;
import az.qalxan.series.SeriesMember;
import az.qalxan.series.SeriesNumber;
import az.qalxan.web.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out series to be drawn and exported; each view and each export is recorded with it. */
@Component
class PictureDesk {

    private static final Right EXPORT = new Right(GuardedModule.SERIES, Verb.EXPORT);
    private static final Right MONEY = new Right(GuardedModule.ASSETS, Verb.READ);

    private final SeriesEvidence evidence;
    private final SeriesGraphs graphs;
    private final MoneyReading money;
    private final AccessPolicy policy;
    private final CurrentCaller callers;
    private final AuditLog audit;

    PictureDesk(
            SeriesEvidence evidence,
            SeriesGraphs graphs,
            MoneyReading money,
            AccessPolicy policy,
            CurrentCaller callers,
            AuditLog audit) {
        this.evidence = evidence;
        this.graphs = graphs;
        this.money = money;
        this.policy = policy;
        this.callers = callers;
        this.audit = audit;
    }

    /** Which of the reports that the caller may read are drawn. */
    enum Scope {
        /** All of them. */
        ALL,
        /** Those that the matrix lets the caller put into a file. */
        FILE;

        static Scope of(String code) {
            return code.equals("file") ? FILE : ALL;
        }
    }

    /** A series without its graph, for the head of a page. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Drawing> head(SeriesNumber number, Scope scope) {
        return evidence.of(number)
                .map(found -> {
                    List<SeriesMember> members = found.series().members();
                    List<SeriesMember> free = members.stream().filter(this::mayLeave).toList();
                    return new Drawing(
                            found.series(),
                            scope == Scope.ALL ? members : free,
                            new SeriesGraph(List.of(), List.of()),
                            members.size() - free.size());
                });
    }

    /** A series to look at; the view is recorded. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<Drawing> view(SeriesNumber number, Scope scope, Text text) {
        Optional<Drawing> drawing = drawing(number, scope, text);
        drawing.ifPresent(
                one -> audit.record(PictureAct.VIEWED, AuditSubject.of("series", one.number())));
        return drawing;
    }

    /** Where its money went; the view is recorded. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<MoneyTrail> money(SeriesNumber number, Scope scope, Text text) {
        Optional<Drawing> head = head(number, scope);
        head.ifPresent(one ->
                audit.record(PictureAct.MONEY_VIEWED, AuditSubject.of("series", one.number())));
        return head.map(one -> money.of(one.reports(), text));
    }

    /**
     * A series for a file: without what the matrix keeps in the system. The export is recorded.
     *
     * @param what the kind of file, for the journal
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<Drawing> export(SeriesNumber number, String what, Text text) {
        Optional<Drawing> drawing = drawing(number, Scope.FILE, text);
        drawing.ifPresent(one -> recordExport(one, what));
        return drawing;
    }

    /** Records that a picture goes into a file; whether it may is the caller's to check first. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<Drawing> stamp(SeriesNumber number, Scope scope, String what) {
        Optional<Drawing> head = head(number, scope);
        head.filter(one -> scope == Scope.FILE || one.kept() == 0)
                .ifPresent(one -> recordExport(one, what));
        return head;
    }

    private void recordExport(Drawing drawing, String what) {
        audit.record(
                PictureAct.EXPORTED,
                AuditSubject.of("series", drawing.number()),
                Map.of(
                        "what", what,
                        "reports", String.valueOf(drawing.members().size()),
                        "kept", String.valueOf(drawing.kept()),
                        "marking", drawing.handling().label()));
    }

    private Optional<Drawing> drawing(SeriesNumber number, Scope scope, Text text) {
        return evidence.of(number).map(found -> drawing(found, scope, text));
    }

    private Drawing drawing(SeriesEvidence.Found found, Scope scope, Text text) {
        List<SeriesMember> all = found.series().members();
        List<SeriesMember> free = all.stream().filter(this::mayLeave).toList();
        List<SeriesMember> members = scope == Scope.ALL ? all : free;
        MoneyTrail trail =
                policy.permits(callers.require(), MONEY)
                        ? money.of(members.stream().map(SeriesMember::id).toList(), text)
                        : MoneyTrail.NONE;
        return new Drawing(
                found.series(),
                members,
                graphs.of(found, members, trail, text),
                all.size() - free.size());
    }

    private boolean mayLeave(SeriesMember member) {
        Caller caller = callers.require();
        return policy.permits(
                caller,
                EXPORT,
                new BodyCode(member.body()),
                Handling.ofRank(member.report().handling()));
    }
}
