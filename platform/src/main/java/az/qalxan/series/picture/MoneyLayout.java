package az.qalxan.series.picture;

import az.qalxan.series.picture.MoneyPicture.FlowPlace;
import az.qalxan.series.picture.MoneyPicture.InCurrency;
import az.qalxan.series.picture.MoneyPicture.StopPlace;
import az.qalxan.series.picture.MoneyTrail.Flow;
import az.qalxan.series.picture.MoneyTrail.Stop;
import az.qalxan.series.picture.MoneyTrail.StopKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays the paths of one currency out in columns: every stop behind all that sent to it, as far as
 * no circle forbids, in each column near those it is tied to. Bars and bands are as thick as the
 * money.
 */
final class MoneyLayout {

    private static final double FULL = 420;
    private static final double BAR_MIN = 4;
    private static final double GAP = 26;

    /** Words of two lines, and two more where money is frozen or came back. */
    private static final double ROOM_MIN = 34;

    private static final double NOTE = 14;
    private static final int SWEEPS = 8;

    private final MoneyTrail trail;
    private final String currency;
    private final List<Flow> flows;
    private final List<Stop> stops;
    private final int[] from;
    private final int[] to;
    private final boolean[] back;
    private final int[] layer;
    private final double[] in;
    private final double[] out;
    private final double scale;

    MoneyLayout(MoneyTrail trail, String currency) {
        this.trail = trail;
        this.currency = currency;
        this.flows = trail.flows().stream().filter(flow -> flow.in(currency).signum() > 0).toList();
        this.stops =
                trail.stops().stream()
                        .filter(stop -> flows.stream().anyMatch(flow -> touches(flow, stop)))
                        .toList();
        Map<String, Integer> numbers = new HashMap<>();
        stops.forEach(stop -> numbers.put(stop.id(), numbers.size()));
        this.from = flows.stream().mapToInt(f -> numbers.getOrDefault(f.from(), -1)).toArray();
        this.to = flows.stream().mapToInt(f -> numbers.getOrDefault(f.to(), -1)).toArray();
        this.back = new Circles(stops.size(), from, to).back();
        this.layer = layers();
        this.in = sums(to);
        this.out = sums(from);
        this.scale = FULL / Math.max(1e-9, thickest());
    }

    private static boolean touches(Flow flow, Stop stop) {
        return flow.from().equals(stop.id()) || flow.to().equals(stop.id());
    }

    private double amount(int flow) {
        return flows.get(flow).in(currency).doubleValue();
    }

    private double[] sums(int[] ends) {
        double[] sums = new double[stops.size()];
        for (int f = 0; f < flows.size(); f++) {
            sums[ends[f]] += amount(f);
        }
        return sums;
    }

    /** The longest way from a beginning, without flows that close a circle. */
    private int[] layers() {
        int[] layers = new int[stops.size()];
        boolean changed = true;
        for (int round = 0; changed && round <= stops.size(); round++) {
            changed = false;
            for (int f = 0; f < flows.size(); f++) {
                if (!back[f] && layers[to[f]] <= layers[from[f]]) {
                    layers[to[f]] = layers[from[f]] + 1;
                    changed = true;
                }
            }
        }
        return layers;
    }

    private double thickest() {
        double[] columns = new double[stops.size() + 1];
        for (int i = 0; i < stops.size(); i++) {
            columns[layer[i]] += Math.max(in[i], out[i]);
        }
        return Arrays.stream(columns).max().orElse(0);
    }

    InCurrency picture() {
        List<List<Integer>> columns = columns();
        double[] y = new double[stops.size()];
        double height = 0;
        for (List<Integer> column : columns) {
            height = Math.max(height, stack(column, y));
        }
        for (List<Integer> column : columns) {
            double below = (height - stack(column, y)) / 2;
            column.forEach(i -> y[i] += below);
        }
        List<StopPlace> places = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            places.add(place(i, y[i]));
        }
        return new InCurrency(
                currency,
                Math.ceil(height),
                MoneyPicture.totals(trail, currency, sent()),
                places,
                flowPlaces(y),
                MoneyPicture.notes(trail, currency, places));
    }

    private BigDecimal sent() {
        return VictimBundles.through(
                flows.stream()
                        .filter(flow -> flow.sentIn().equals(currency))
                        .filter(flow -> isVictim(flow.from()))
                        .toList(),
                currency);
    }

    private boolean isVictim(String id) {
        return stops.stream().anyMatch(s -> s.id().equals(id) && s.kind() == StopKind.VICTIM);
    }

    /** Stops by column, each column ordered by the middle of what its stops are tied to. */
    private List<List<Integer>> columns() {
        List<List<Integer>> columns = new ArrayList<>();
        int last = Arrays.stream(layer).max().orElse(-1);
        for (int column = 0; column <= last; column++) {
            int here = column;
            columns.add(
                    new ArrayList<>(
                            java.util.stream.IntStream.range(0, stops.size())
                                    .filter(i -> layer[i] == here)
                                    .boxed()
                                    .sorted(
                                            Comparator.comparingDouble(
                                                            (Integer i) -> -Math.max(in[i], out[i]))
                                                    .thenComparing(Comparator.naturalOrder()))
                                    .toList()));
        }
        double[] rank = new double[stops.size()];
        columns.forEach(column -> rank(column, rank));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<Integer> column : sweep % 2 == 0 ? columns : columns.reversed()) {
                double[] middle = middles(rank);
                column.sort(
                        Comparator.comparingDouble((Integer i) -> middle[i])
                                .thenComparing(Comparator.naturalOrder()));
                rank(column, rank);
            }
        }
        return columns;
    }

    private static void rank(List<Integer> column, double[] rank) {
        for (int i = 0; i < column.size(); i++) {
            rank[column.get(i)] = (i + 0.5) / column.size();
        }
    }

    private double[] middles(double[] rank) {
        double[] sum = new double[stops.size()];
        double[] weight = new double[stops.size()];
        for (int f = 0; f < flows.size(); f++) {
            sum[from[f]] += amount(f) * rank[to[f]];
            sum[to[f]] += amount(f) * rank[from[f]];
            weight[from[f]] += amount(f);
            weight[to[f]] += amount(f);
        }
        double[] middle = new double[stops.size()];
        Arrays.setAll(middle, i -> weight[i] == 0 ? rank[i] : sum[i] / weight[i]);
        return middle;
    }

    /** Puts a column's stops under each other; gives its height. */
    private double stack(List<Integer> column, double[] y) {
        double at = 0;
        for (int i : column) {
            double over = Math.max(0, room(i) - height(i));
            y[i] = at + over / 2;
            at += height(i) + over + GAP;
        }
        return Math.max(0, at - GAP);
    }

    private double height(int i) {
        return Math.max(BAR_MIN, Math.max(in[i], out[i]) * scale);
    }

    private double room(int i) {
        MoneyTrail.Sum sum = stops.get(i).in(currency);
        return ROOM_MIN
                + (sum.frozen().signum() > 0 ? 2 * NOTE : 0)
                + (sum.returned().signum() > 0 ? 2 * NOTE : 0);
    }

    private StopPlace place(int i, double y) {
        Stop stop = stops.get(i);
        MoneyTrail.Sum sum = stop.in(currency);
        return new StopPlace(
                stop.id(),
                stop.kind().code(),
                stop.label(),
                VictimBundles.members(stop),
                layer[i],
                tenth(y),
                tenth(height(i)),
                total(stop, true),
                total(stop, false),
                sum.left(),
                sum.frozen(),
                sum.returned());
    }

    private BigDecimal total(Stop stop, boolean arriving) {
        return VictimBundles.through(
                flows.stream()
                        .filter(f -> (arriving ? f.to() : f.from()).equals(stop.id()))
                        .toList(),
                currency);
    }

    /** Flows leave and arrive in the order of their other ends, so that they cross as little. */
    private List<FlowPlace> flowPlaces(double[] y) {
        double[] leaves = ends(from, to, y);
        double[] arrives = ends(to, from, y);
        List<FlowPlace> places = new ArrayList<>();
        for (int f = 0; f < flows.size(); f++) {
            Flow flow = flows.get(f);
            places.add(
                    new FlowPlace(
                            from[f],
                            to[f],
                            tenth(leaves[f]),
                            tenth(arrives[f]),
                            tenth(amount(f) * scale),
                            layer[to[f]] <= layer[from[f]],
                            flow.sent(),
                            flow.sentIn(),
                            flow.received(),
                            flow.receivedIn(),
                            flow.transfers(),
                            flow.first(),
                            flow.last(),
                            flow.verified()));
        }
        return places;
    }

    private double[] ends(int[] here, int[] there, double[] y) {
        double[] used = new double[stops.size()];
        double[] at = new double[flows.size()];
        java.util.stream.IntStream.range(0, flows.size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble((Integer f) -> y[there[f]])
                                .thenComparing(Comparator.naturalOrder()))
                .forEach(f -> {
                    double thick = amount(f) * scale;
                    at[f] = y[here[f]] + used[here[f]] + thick / 2;
                    used[here[f]] += thick;
                });
        return at;
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
