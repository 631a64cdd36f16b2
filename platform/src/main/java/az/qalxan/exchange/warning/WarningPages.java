package az.qalxan.exchange.warning;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.directory.ContactPoint;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Region;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of warnings show. */
@Component
class WarningPages {

    static final List<String> SHOWN = List.of("all", "open", "drill");

    private final WarningStore store;
    private final WarningDeliveryStore deliveries;
    private final WarningPack pack;
    private final WarningMap map;
    private final AudienceReach reach;
    private final Directory directory;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    WarningPages(
            WarningStore store,
            WarningDeliveryStore deliveries,
            WarningPack pack,
            WarningMap map,
            AudienceReach reach,
            Directory directory,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.pack = pack;
        this.map = map;
        this.reach = reach;
        this.directory = directory;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param own what the caller's body got of it; null for what it sends
     */
    record Line(
            Warning warning,
            String sender,
            @Nullable WarningDelivery own,
            int acknowledged,
            int bodies) {

        /** Somebody of the caller's body still has to acknowledge it. */
        boolean open() {
            return own != null && !own.acknowledged();
        }
    }

    /** The list: what came and what the body sends. */
    record ListPage(List<Line> received, List<Line> sent, String show, Instant now) {

        ListPage {
            received = List.copyOf(received);
            sent = List.copyOf(sent);
        }

        List<String> shown() {
            return SHOWN;
        }
    }

    ListPage list(Caller caller, String show) {
        String body = caller.body().value();
        List<Warning> received = store.ofOthers(body);
        List<Warning> sent = store.of(body);
        List<UUID> ids = new ArrayList<>();
        received.forEach(one -> ids.add(one.id()));
        sent.forEach(one -> ids.add(one.id()));
        Map<UUID, List<WarningDelivery>> all =
                deliveries.of(ids).stream()
                        .collect(Collectors.groupingBy(WarningDelivery::warning));
        Map<String, String> names = names();
        return new ListPage(
                lines(received, all, names, body).stream().filter(one -> fits(one, show)).toList(),
                lines(sent, all, names, body).stream().filter(one -> fits(one, show)).toList(),
                show,
                clock.instant());
    }

    private static List<Line> lines(
            List<Warning> warnings,
            Map<UUID, List<WarningDelivery>> all,
            Map<String, String> names,
            String body) {
        return warnings.stream()
                .map(one -> {
                    List<WarningDelivery> there = all.getOrDefault(one.id(), List.of());
                    return new Line(
                            one,
                            names.getOrDefault(one.body(), one.body()),
                            there.stream()
                                    .filter(delivery -> delivery.toBody().equals(body))
                                    .findFirst()
                                    .orElse(null),
                            (int) there.stream().filter(WarningDelivery::acknowledged).count(),
                            there.size());
                })
                .toList();
    }

    private static boolean fits(Line line, String show) {
        return switch (show) {
            case "open" -> line.open() || line.warning().draft() || line.warning().waiting();
            case "drill" -> line.warning().drill();
            default -> true;
        };
    }

    private Map<String, String> names() {
        return directory.organisations().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.code().value(),
                                Organisation::acronym,
                                (one, other) -> one));
    }

    /**
     * A row of the matrix.
     *
     * @param took from letting out to the acknowledgement; null before it
     * @param phones where to call; empty unless somebody has to
     */
    record Row(
            WarningDelivery delivery,
            String name,
            @Nullable Duration took,
            List<String> phones,
            List<WarningDeliveryStore.Mail> mails) {

        Row {
            phones = List.copyOf(phones);
            mails = List.copyOf(mails);
        }
    }

    /**
     * A warning.
     *
     * @param sees whether the viewer sees its course: the sender's people and the auditor
     * @param ours whether the viewer's body sends it
     * @param own what the viewer's body got of it
     * @param mine whether the viewer wrote it, let it out alone, or spoke already
     */
    record WarningPage(
            Warning warning,
            String sender,
            boolean ours,
            boolean sees,
            @Nullable WarningDelivery own,
            boolean mine,
            @Nullable Warning before,
            List<Warning> after,
            List<WarningStore.Signature> signatures,
            List<WarningStore.Step> steps,
            List<Row> rows,
            AfterAction figures,
            Names names,
            WarningMap map,
            Instant now) {

        WarningPage {
            after = List.copyOf(after);
            signatures = List.copyOf(signatures);
            steps = List.copyOf(steps);
            rows = List.copyOf(rows);
        }

        /** Bodies that somebody has to call. */
        long toCall() {
            return rows.stream().filter(row -> row.delivery().toCall()).count();
        }

        long acknowledged() {
            return rows.stream().filter(row -> row.delivery().acknowledged()).count();
        }

        String span(@Nullable Duration duration, Text text) {
            return AfterAction.words(duration, text);
        }
    }

    /** What codes mean, in words. */
    record Names(WarningPack pack, Map<String, String> bodies, List<Region> regions) {

        Names {
            bodies = Map.copyOf(bodies);
            regions = List.copyOf(regions);
        }

        String event(Warning one, Text text) {
            return pack.event(one.said().event()).in(text.language().code());
        }

        String body(String code) {
            return bodies.getOrDefault(code, code);
        }

        String audience(Warning.Audience audience, Text text) {
            String language = text.language().code();
            if (audience.everyone()) {
                return text.of("warning.everyone");
            }
            List<String> parts = new ArrayList<>();
            audience.sectors()
                    .forEach(code -> {
                        WarningPack.Sector sector = pack.sectors().get(code);
                        parts.add(sector == null ? code : sector.name().in(language));
                    });
            audience.bodies().forEach(code -> parts.add(body(code)));
            return String.join(", ", parts);
        }

        String area(Warning.Audience audience, Text text) {
            return audience.regions().isEmpty()
                    ? text.of("warning.whole-country")
                    : regions.stream()
                            .filter(one -> audience.regions().contains(one.code()))
                            .map(one -> one.name().in(text.language().code()))
                            .collect(Collectors.joining(", "));
        }
    }

    WarningPage page(Caller caller, Warning warning, boolean sees) {
        String body = caller.body().value();
        List<WarningDelivery> there = deliveries.of(warning.id());
        Names names = new Names(pack, names(), jurisdiction.regions());
        List<WarningStore.Signature> signatures =
                sees ? store.signatures(warning.id(), warning.round()) : List.of();
        return new WarningPage(
                warning,
                names.body(warning.body()),
                warning.body().equals(body),
                sees,
                there.stream().filter(one -> one.toBody().equals(body)).findFirst().orElse(null),
                mine(caller, warning, signatures, sees),
                warning.refers() == null ? null : store.find(warning.refers()).orElse(null),
                store.followers(warning.id()).stream()
                        .filter(one -> sees || one.released())
                        .toList(),
                signatures,
                sees ? store.steps(warning.id()) : List.of(),
                sees ? rows(warning, there, names) : List.of(),
                AfterAction.of(
                        warning.released()
                                ? List.of(new AfterAction.Case(warning, there))
                                : List.of()),
                names,
                map,
                clock.instant());
    }

    private boolean mine(
            Caller caller, Warning warning, List<WarningStore.Signature> signatures, boolean sees) {
        String account = caller.account().toString();
        return warning.released()
                ? warning.course().releasedAccount().equals(account)
                : sees && store.writers(warning.id()).contains(account)
                        || warning.course().account().equals(account)
                        || signatures.stream().anyMatch(one -> one.account().equals(account));
    }

    private List<Row> rows(Warning warning, List<WarningDelivery> there, Names names) {
        Map<UUID, List<WarningDeliveryStore.Mail>> mails =
                deliveries.mails(there.stream().map(WarningDelivery::id).toList()).stream()
                        .collect(Collectors.groupingBy(WarningDeliveryStore.Mail::delivery));
        Instant released = warning.course().releasedAt();
        return there.stream()
                .map(one ->
                        new Row(
                                one,
                                names.body(one.toBody()),
                                released == null || one.acknowledgedAt() == null
                                        ? null
                                        : Duration.between(released, one.acknowledgedAt()),
                                one.toCall() ? phones(one.toBody()) : List.of(),
                                mails.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private List<String> phones(String body) {
        return directory.contact(new BodyCode(body)).stream()
                .map(ContactPoint::channels)
                .flatMap(Collection::stream)
                .filter(one -> one.kind().equals("phone"))
                .map(ContactPoint.Reached::value)
                .toList();
    }

    /**
     * The form.
     *
     * @param number of the draft that is changed, or of the warning that is followed; empty for new
     * @param what new, change, correction or all-clear
     */
    record FormPage(
            WarningForm form,
            List<Violation> violations,
            String number,
            String what,
            WarningPack pack,
            List<Organisation> bodies,
            List<Region> regions) {

        FormPage {
            violations = List.copyOf(violations);
            bodies = List.copyOf(bodies);
            regions = List.copyOf(regions);
        }

        String action() {
            return switch (what) {
                case "new" -> "/warnings";
                case "change" -> "/warnings/" + number;
                default -> "/warnings/" + number + "/follow?kind=" + what;
            };
        }
    }

    FormPage form(WarningForm form, List<Violation> wrong, String number, String what) {
        return new FormPage(
                form, wrong, number, what, pack, reach.candidates(), jurisdiction.regions());
    }

    /** Reads a form; what is wrong goes to the list. */
    Optional<WarningForm.Checked> checked(WarningForm form, List<Violation> wrong) {
        List<String> bodies = reach.candidates().stream().map(one -> one.code().value()).toList();
        return form.checked(pack, jurisdiction.regions().stream().map(Region::code).toList(), wrong)
                .filter(one -> bodies.containsAll(one.audience().bodies()));
    }

    /** The figures of what is out: real ones and drills apart. */
    record FiguresPage(Map<String, AfterAction> columns) {

        FiguresPage {
            columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        String span(@Nullable Duration duration, Text text) {
            return AfterAction.words(duration, text);
        }
    }

    FiguresPage figures(Caller caller) {
        List<Warning> out =
                store.of(caller.body().value()).stream().filter(Warning::released).toList();
        Map<UUID, List<WarningDelivery>> all =
                deliveries.of(out.stream().map(Warning::id).toList()).stream()
                        .collect(Collectors.groupingBy(WarningDelivery::warning));
        Map<String, AfterAction> columns = new LinkedHashMap<>();
        for (boolean drill : List.of(false, true)) {
            columns.put(
                    drill ? "drill" : "real",
                    AfterAction.of(
                            out.stream()
                                    .filter(one -> one.drill() == drill)
                                    .map(one ->
                                            new AfterAction.Case(
                                                    one, all.getOrDefault(one.id(), List.of())))
                                    .toList()));
        }
        return new FiguresPage(columns);
    }
}
