package az.qalxan.home;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.CaseWork;
import az.qalxan.casework.WaitingWork;
import az.qalxan.deconfliction.DeconflictionWork;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.QueueFilter;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.statistics.PublicFigures;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what waits for an official, from the modules that the official has rights in. */
@Component
class Desk {

    private static final int NEWEST = 8;

    private final AccessPolicy policy;
    private final Jurisdiction jurisdiction;
    private final ReportLists reports;
    private final CaseWork work;
    private final ObjectProvider<WaitingWork> waiting;
    private final DeconflictionWork between;
    private final PublicFigures figures;

    Desk(
            AccessPolicy policy,
            Jurisdiction jurisdiction,
            ReportLists reports,
            CaseWork work,
            ObjectProvider<WaitingWork> waiting,
            DeconflictionWork between,
            PublicFigures figures) {
        this.policy = policy;
        this.jurisdiction = jurisdiction;
        this.reports = reports;
        this.work = work;
        this.waiting = waiting;
        this.between = between;
        this.figures = figures;
    }

    DeskPage of(Caller caller, Text text) {
        List<DeskPage.Tile> tiles = new ArrayList<>();
        if (may(caller, "reporting:read")) {
            tiles.add(new DeskPage.Tile("home.waiting", reports.waiting(caller), "/triage", false));
        }
        if (may(caller, "casework:read")) {
            CaseWork.Waiting own = work.waitingFor(caller);
            tiles.add(new DeskPage.Tile("home.overdue", own.overdue(), "/tasks", true));
            tiles.add(new DeskPage.Tile("home.tasks", own.tasks(), "/tasks", false));
            tiles.add(new DeskPage.Tile("home.cases", own.cases(), "/cases?mine=1", false));
        }
        waiting.orderedStream()
                .flatMap(one -> one.of(caller).stream())
                .map(item ->
                        new DeskPage.Tile(item.key(), item.count(), item.path(), item.urgent()))
                .forEach(tiles::add);
        if (may(caller, "deconfliction:read")) {
            addBetween(between.waitingFor(caller), tiles);
        }
        tiles.add(
                new DeskPage.Tile(
                        "home.month", figures.lastMonth().reports(), "/statistics", false));
        return new DeskPage(caller.name(), tiles, newest(caller, text));
    }

    /** What waits between bodies; the rarer things show only when there are any. */
    private static void addBetween(DeconflictionWork.Waiting waiting, List<DeskPage.Tile> tiles) {
        tiles.add(
                new DeskPage.Tile(
                        "home.questions", waiting.questions(), "/hits?show=to-decide", true));
        boolean more = waiting.hits() >= DeconflictionWork.COUNTED_MAX;
        tiles.add(
                new DeskPage.Tile(
                        more ? "home.hits-or-more" : "home.hits", waiting.hits(), "/hits", false));
        addIfAny("home.watch-news", waiting.news(), "/watch?show=news&mine=1", tiles);
        addIfAny("home.watch-ending", waiting.ending(), "/watch?show=ending&mine=1", tiles);
        addIfAny("home.holds", waiting.holds(), "/hits/holds", tiles);
        addIfAny("home.hold-alarms", waiting.alarms(), "/hits/holds", tiles);
    }

    private static void addIfAny(String key, int count, String path, List<DeskPage.Tile> tiles) {
        if (count > 0) {
            tiles.add(new DeskPage.Tile(key, count, path, true));
        }
    }

    private List<DeskPage.Arrival> newest(Caller caller, Text text) {
        if (!may(caller, "reporting:read")) {
            return List.of();
        }
        return reports.page(caller, QueueFilter.WAITING, null, NEWEST).stream()
                .map(row -> new DeskPage.Arrival(row, title(row, text)))
                .toList();
    }

    private String title(ReportRow row, Text text) {
        return jurisdiction
                .category(row.category())
                .map(one -> text.pick(one.title().az(), one.title().en()))
                .orElse(row.category());
    }

    private boolean may(Caller caller, String right) {
        return policy.permits(caller, Right.parse(right));
    }
}
