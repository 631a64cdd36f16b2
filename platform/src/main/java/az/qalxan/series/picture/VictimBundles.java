package az.qalxan.series.picture;

import az.qalxan.series.picture.MoneyTrail.Flow;
import az.qalxan.series.picture.MoneyTrail.Stop;
import az.qalxan.series.picture.MoneyTrail.StopKind;
import az.qalxan.series.picture.MoneyTrail.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Victims whose money went the same first ways stand for one: nobody reads 500 thin bands. */
final class VictimBundles {

    /** So many victims are shown one by one. */
    private static final int SINGLE_MAX = 6;

    private static final String BUNDLE = "victims:";

    private VictimBundles() {}

    /** How many victims a stop stands for; 1 when it is none or a single one. */
    static int members(Stop stop) {
        return stop.id().startsWith(BUNDLE)
                ? Integer.parseInt(stop.id().substring(BUNDLE.length()).split(":", 2)[0])
                : 1;
    }

    static MoneyTrail fold(MoneyTrail trail) {
        List<Stop> victims =
                trail.stops().stream().filter(stop -> stop.kind() == StopKind.VICTIM).toList();
        if (victims.size() <= SINGLE_MAX) {
            return trail;
        }
        Map<String, Stop> standIns = standIns(trail, victims);
        List<Stop> stops = new ArrayList<>(new LinkedHashMap<>(byId(standIns)).values());
        trail.stops().stream().filter(stop -> stop.kind() != StopKind.VICTIM).forEach(stops::add);
        return new MoneyTrail(stops, flows(trail, standIns), trail.freezes(), trail.cut());
    }

    private static Map<String, Stop> byId(Map<String, Stop> standIns) {
        Map<String, Stop> byId = new TreeMap<>();
        standIns.values().forEach(stop -> byId.put(stop.id(), stop));
        return byId;
    }

    /** The stop that stands for each victim, by where the victim's money went. */
    private static Map<String, Stop> standIns(MoneyTrail trail, List<Stop> victims) {
        Map<String, TreeSet<String>> ways = new HashMap<>();
        trail.flows()
                .forEach(flow ->
                        ways.computeIfAbsent(flow.from(), none -> new TreeSet<>()).add(flow.to()));
        Map<String, List<Stop>> groups =
                victims.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one ->
                                                ways.getOrDefault(one.id(), new TreeSet<>())
                                                        .toString(),
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<String, Stop> standIns = new HashMap<>();
        int number = 0;
        for (List<Stop> group : groups.values()) {
            Stop one =
                    group.size() == 1
                            ? group.getFirst()
                            : new Stop(
                                    BUNDLE + group.size() + ":" + number,
                                    StopKind.VICTIM,
                                    "",
                                    "",
                                    sums(group));
            number++;
            group.forEach(victim -> standIns.put(victim.id(), one));
        }
        return standIns;
    }

    private static List<Sum> sums(List<Stop> group) {
        Map<String, Sum> sums = new TreeMap<>();
        group.stream()
                .flatMap(stop -> stop.sums().stream())
                .forEach(sum ->
                        sums.merge(
                                sum.currency(),
                                sum,
                                (one, more) ->
                                        new Sum(
                                                one.currency(),
                                                one.left().add(more.left()),
                                                one.frozen().add(more.frozen()),
                                                one.returned().add(more.returned()))));
        return List.copyOf(sums.values());
    }

    private static List<Flow> flows(MoneyTrail trail, Map<String, Stop> standIns) {
        Map<String, Flow> flows = new TreeMap<>();
        for (Flow flow : trail.flows()) {
            String from = name(standIns, flow.from());
            String to = name(standIns, flow.to());
            if (!from.equals(to)) {
                String key = String.join("\n", from, to, flow.sentIn(), flow.receivedIn());
                flows.merge(key, renamed(flow, from, to), VictimBundles::sum);
            }
        }
        return List.copyOf(flows.values());
    }

    private static String name(Map<String, Stop> standIns, String id) {
        Stop one = standIns.get(id);
        return one == null ? id : one.id();
    }

    private static Flow renamed(Flow flow, String from, String to) {
        return new Flow(
                from,
                to,
                flow.sent(),
                flow.sentIn(),
                flow.received(),
                flow.receivedIn(),
                flow.transfers(),
                flow.first(),
                flow.last(),
                flow.verified());
    }

    private static Flow sum(Flow one, Flow more) {
        return new Flow(
                one.from(),
                one.to(),
                one.sent().add(more.sent()),
                one.sentIn(),
                one.received().add(more.received()),
                one.receivedIn(),
                one.transfers() + more.transfers(),
                one.first().isBefore(more.first()) ? one.first() : more.first(),
                one.last().isAfter(more.last()) ? one.last() : more.last(),
                one.verified() && more.verified());
    }

    /** What a stop sent or received in a currency, as far as flows tell. */
    static BigDecimal through(List<Flow> flows, String currency) {
        return flows.stream()
                .map(flow -> flow.in(currency))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
