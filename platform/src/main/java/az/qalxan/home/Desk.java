package az.qalxan.home;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.CaseWork;
import az.qalxan.reporting.ReportLists;
import az.qalxan.statistics.PublicFigures;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what waits for an official, from the modules that the official has rights in. */
@Component
class Desk {

    private final AccessPolicy policy;
    private final ReportLists reports;
    private final CaseWork work;
    private final PublicFigures figures;

    Desk(AccessPolicy policy, ReportLists reports, CaseWork work, PublicFigures figures) {
        this.policy = policy;
        this.reports = reports;
        this.work = work;
        this.figures = figures;
    }

    DeskPage of(Caller caller) {
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
        tiles.add(
                new DeskPage.Tile(
                        "home.month", figures.lastMonth().reports(), "/statistics", false));
        return new DeskPage(caller.name(), tiles);
    }

    private boolean may(Caller caller, String right) {
        return policy.permits(caller, Right.parse(right));
    }
}
