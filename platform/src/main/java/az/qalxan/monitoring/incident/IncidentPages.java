package az.qalxan.monitoring.incident;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.monitoring.criterion.Attack;
import az.qalxan.monitoring.criterion.CriteriaInForce;
import az.qalxan.monitoring.criterion.Rsit;
import az.qalxan.web.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of incidents show. */
@Component
class IncidentPages {

    private final IncidentStore store;
    private final IncidentLists lists;
    private final AlertStore alerts;
    private final FindingLines lines;
    private final WhyStore whys;
    private final IncidentSteps steps;
    private final CallStore calls;
    private final Informing informing;
    private final NoticeText notices;
    private final Incidents incidents;
    private final CriteriaInForce criteria;
    private final CaseDesk cases;
    private final Attack attack;
    private final Rsit rsit;
    private final SectorNames names;
    private final Directory directory;
    private final Clock clock;

    IncidentPages(
            IncidentStore store,
            IncidentLists lists,
            AlertStore alerts,
            FindingLines lines,
            WhyStore whys,
            IncidentSteps steps,
            CallStore calls,
            Informing informing,
            NoticeText notices,
            Incidents incidents,
            CriteriaInForce criteria,
            CaseDesk cases,
            Attack attack,
            Rsit rsit,
            SectorNames names,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.alerts = alerts;
        this.lines = lines;
        this.whys = whys;
        this.steps = steps;
        this.calls = calls;
        this.informing = informing;
        this.notices = notices;
        this.incidents = incidents;
        this.criteria = criteria;
        this.cases = cases;
        this.attack = attack;
        this.rsit = rsit;
        this.names = names;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param why the gravest criterion of each incident, by its id
     */
    record ListPage(
            List<IncidentLists.Row> rows,
            boolean more,
            List<IncidentLists.Open> open,
            Map<UUID, WhyStore.Why> why,
            IncidentLists.Filter filter,
            List<String> bodies,
            Map<String, String> acronyms,
            Rsit rsit,
            SectorNames names,
            Instant now) {

        ListPage {
            rows = List.copyOf(rows);
            open = List.copyOf(open);
            why = Map.copyOf(why);
            bodies = List.copyOf(bodies);
            acronyms = Map.copyOf(acronyms);
        }

        Optional<WhyStore.Why> why(Incident incident) {
            return Optional.ofNullable(why.get(incident.id()));
        }

        List<String> states() {
            return IncidentLists.STATES;
        }

        String category(String code, String language) {
            return rsit.find(code).map(one -> one.name().in(language)).orElse(code);
        }

        String body(String code) {
            return acronyms.getOrDefault(code, code);
        }
    }

    ListPage list(IncidentLists.Filter filter) {
        List<IncidentLists.Row> rows = lists.incidents(filter);
        boolean more = rows.size() > IncidentLists.PAGE_ROWS;
        List<IncidentLists.Row> shown = more ? rows.subList(0, IncidentLists.PAGE_ROWS) : rows;
        List<UUID> ids = shown.stream().map(one -> one.incident().id()).toList();
        Map<UUID, WhyStore.Why> why =
                whys.gravest(ids).stream()
                        .collect(Collectors.toMap(WhyStore.Why::incident, one -> one));
        return new ListPage(
                shown,
                more,
                lists.open(),
                why,
                filter,
                lists.bodies(),
                names.acronyms(),
                rsit,
                names,
                clock.instant());
    }

    /**
     * What hangs on an incident.
     *
     * @param signed whether the criteria that it was judged by were signed
     * @param into the incident that it was merged into; null where it is not in sight or was not
     */
    record Made(
            List<Alert> alerts,
            List<FindingLines.Line> lines,
            List<WhyStore.Why> whys,
            boolean signed,
            List<IncidentSteps.Step> steps,
            List<CallStore.Call> calls,
            List<Informing.Sent> notices,
            List<IncidentLists.Row> related,
            @Nullable Incident into) {

        Made {
            alerts = List.copyOf(alerts);
            lines = List.copyOf(lines);
            whys = List.copyOf(whys);
            steps = List.copyOf(steps);
            calls = List.copyOf(calls);
            notices = List.copyOf(notices);
            related = List.copyOf(related);
        }
    }

    /**
     * One incident with all that is known of it.
     *
     * @param caseNumber of the case that came of it; empty where the caller may not know of one
     */
    record Page(
            Incident incident,
            Made made,
            Lanes lanes,
            Bonds bonds,
            boolean mayAct,
            boolean mayTell,
            String caseNumber,
            String draft,
            List<Organisation> receivers,
            Map<String, String> acronyms,
            Attack attack,
            Rsit rsit,
            SectorNames names) {

        Page {
            receivers = List.copyOf(receivers);
            acronyms = Map.copyOf(acronyms);
        }

        String category(String language) {
            return rsit.name(incident.category(), language);
        }

        String body(String code) {
            return acronyms.getOrDefault(code, code);
        }

        String technique(String id) {
            return attack.technique(id).map(Attack.Technique::name).orElse("");
        }

        long findings() {
            return made.alerts().stream().mapToLong(Alert::findings).sum();
        }

        Set<String> techniques() {
            return made.lines().stream()
                    .flatMap(one -> one.techniques().stream())
                    .collect(Collectors.toCollection(java.util.TreeSet::new));
        }
    }

    Page page(Incident incident, Caller caller, Text text) {
        List<UUID> ids = store.alerts(incident.id());
        List<Alert> made = alerts.of(ids);
        List<FindingLines.Line> found = lines.of(ids);
        List<WhyStore.Why> why = whys.of(List.of(incident.id()));
        boolean mayTell = incidents.mayTell(incident, caller);
        Map<String, String> techniques =
                attack.techniques().stream()
                        .collect(Collectors.toMap(Attack.Technique::id, Attack.Technique::name));
        return new Page(
                incident,
                made(incident, made, found, why),
                Lanes.of(made, found),
                Bonds.of(new Bonds.Drawn(made, lines.ties(ids), found), techniques),
                incidents.mayAct(incident, caller),
                mayTell,
                caseNumber(incident),
                mayTell ? notices.draft(incident, text) : "",
                mayTell ? receivers(caller) : List.of(),
                names.acronyms(),
                attack,
                rsit,
                names);
    }

    private String caseNumber(Incident incident) {
        return incident.caseNumber().isEmpty()
                ? ""
                : cases.find(new CaseNumber(incident.caseNumber()))
                        .map(one -> one.number().value())
                        .orElse("");
    }

    private Made made(
            Incident incident,
            List<Alert> made,
            List<FindingLines.Line> found,
            List<WhyStore.Why> why) {
        boolean signed =
                !why.isEmpty()
                        && criteria.version(why.getFirst().version())
                                .filter(CriteriaInForce.Holding::signed)
                                .isPresent();
        UUID into = incident.mergedInto();
        return new Made(
                made,
                found,
                why,
                signed,
                steps.of(incident.id()),
                calls.of(incident.id()),
                informing.of(incident.id()),
                incident.open() ? lists.related(incident.id()) : List.of(),
                into == null ? null : store.find(into).orElse(null));
    }

    /** Centres first, then bodies that take reports by law. */
    private List<Organisation> receivers(Caller caller) {
        return directory.organisations().stream()
                .filter(one -> !one.code().equals(caller.body()))
                .filter(one ->
                        one.kinds().contains(OrganisationKind.CERT)
                                || one.kinds().contains(OrganisationKind.COMPETENT_BODY))
                .sorted(
                        java.util.Comparator.comparing(
                                one -> !one.kinds().contains(OrganisationKind.CERT)))
                .toList();
    }

    /** Alerts. */
    record AlertsPage(
            List<IncidentLists.AlertRow> rows,
            boolean more,
            boolean waiting,
            int page,
            Map<String, String> acronyms) {

        AlertsPage {
            rows = List.copyOf(rows);
            acronyms = Map.copyOf(acronyms);
        }

        String body(String code) {
            return acronyms.getOrDefault(code, code);
        }
    }

    AlertsPage alerts(boolean waiting, int page) {
        List<IncidentLists.AlertRow> rows = lists.alerts(waiting, page);
        boolean more = rows.size() > IncidentLists.PAGE_ROWS;
        return new AlertsPage(
                more ? rows.subList(0, IncidentLists.PAGE_ROWS) : rows,
                more,
                waiting,
                page,
                names.acronyms());
    }

    /** One alert with its findings. */
    record AlertPage(Alert alert, List<FindingLines.Line> lines, boolean mayAct, Attack attack) {

        AlertPage {
            lines = List.copyOf(lines);
        }
    }

    Optional<AlertPage> alert(UUID id, boolean mayAct) {
        return alerts.of(List.of(id)).stream()
                .findFirst()
                .map(one -> new AlertPage(one, lines.of(List.of(id)), mayAct, attack));
    }
}
