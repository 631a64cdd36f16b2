package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the place of each report of a part: its series, and the link by which it hangs there. */
final class BatchPlacing {

    private static final String PLACES = "places";
    private static final int REPORTS_IN_PIECE = 500;

    private final BatchWork work;
    private final LongSet hubs;

    private BatchPlacing(BatchWork work, LongSet hubs) {
        this.work = work;
        this.hubs = hubs;
    }

    static void run(BatchWork work, LongSet hubs) throws IOException {
        if (!work.files().has(PLACES)) {
            new BatchPlacing(work, hubs).place();
        }
    }

    /** Takes places, those of a component one after the other, cluster by cluster. */
    @FunctionalInterface
    interface Taker {
        void take(BatchPlace place) throws IOException;
    }

    /** Gives the place of every report that is in a part. */
    static void forEach(BatchFiles files, Taker taker) throws IOException {
        try (DataInputStream in = files.read(PLACES)) {
            while (in.readBoolean()) {
                taker.take(BatchPlace.readFrom(in));
            }
        }
    }

    private void place() throws IOException {
        try (BatchFiles.Draft places = work.files().write(PLACES);
                InOrder<List<BatchPlace>> pieces =
                        new InOrder<>(found -> {
                            for (BatchPlace place : found) {
                                places.out().writeBoolean(true);
                                place.writeTo(places.out());
                            }
                        })) {
            List<BatchPart> piece = new ArrayList<>();
            int[] held = new int[1];
            int[] parts = new int[1];
            int all = count();
            BatchCutting.forEach(
                    work.files(),
                    part -> {
                        parts[0]++;
                        piece.add(part);
                        held[0] += part.size();
                        if (held[0] >= REPORTS_IN_PIECE) {
                            List<BatchPart> some = List.copyOf(piece);
                            pieces.add(() -> places(some));
                            piece.clear();
                            held[0] = 0;
                            work.tell("place", parts[0], all);
                        }
                    });
            pieces.add(() -> places(piece));
            pieces.finish();
            places.out().writeBoolean(false);
            places.finish();
        }
    }

    private int count() throws IOException {
        int[] parts = new int[1];
        BatchCutting.forEach(work.files(), part -> parts[0]++);
        return parts[0];
    }

    private List<BatchPlace> places(List<BatchPart> some) {
        List<BatchPlace> places = new ArrayList<>();
        for (BatchPart one : some) {
            Map<UUID, Integer> numbers = new HashMap<>();
            Part part = part(one, numbers);
            List<ReportTraits> reports = part.groups().stream().flatMap(List::stream).toList();
            List<PairDecision> decisions = work.decisions().about(reports);
            for (Cluster cluster : part.clusters()) {
                addPlaces(cluster, decisions, numbers, places);
            }
        }
        return places;
    }

    private Part part(BatchPart part, Map<UUID, Integer> numbers) {
        List<List<ReportTraits>> groups = new ArrayList<>();
        for (int[] group : part.groups()) {
            List<ReportTraits> reports = work.reports().traits(group);
            for (int i = 0; i < group.length; i++) {
                numbers.put(reports.get(i).id(), group[i]);
            }
            groups.add(reports);
        }
        return new Part(part.width(), groups);
    }

    private void addPlaces(
            Cluster cluster,
            List<PairDecision> decisions,
            Map<UUID, Integer> numbers,
            List<BatchPlace> places) {
        int component = numbers.getOrDefault(cluster.component(), BatchPlace.NONE);
        int head = numbers.getOrDefault(cluster.head(), BatchPlace.NONE);
        int series = cluster.size() > 1 ? head : BatchPlace.NONE;
        int width = cluster.width().ordinal();
        places.add(new BatchPlace(head, component, series, BatchPlace.NONE, 0, width));
        for (Backbone.Link link : new Backbone(cluster, hubs::contains, decisions).links()) {
            places.add(
                    new BatchPlace(
                            numbers.getOrDefault(link.from().id(), BatchPlace.NONE),
                            component,
                            series,
                            numbers.getOrDefault(link.to().id(), BatchPlace.NONE),
                            PairScore.of(link.from(), link.to(), hubs::contains),
                            width));
        }
    }
}
