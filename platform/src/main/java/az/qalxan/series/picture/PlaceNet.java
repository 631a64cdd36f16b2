package az.qalxan.series.picture;

import az.qalxan.series.picture.Folding.Folded;
import az.qalxan.series.picture.Picture.Tie;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Places with their sizes and neighbours, by number, and how far neighbours are to be apart. */
final class PlaceNet {

    private static final double ROOM_BETWEEN = 40;
    private static final double ROOM_AT_END = 12;

    /** What is not drawn holds two places together, but loosely. */
    private static final double ROOM_THROUGH = 130;

    private final List<PlaceSize> sizes;
    private final int[][] neighbours;
    private final double[][] rooms;

    private PlaceNet(List<PlaceSize> sizes, int[][] neighbours, double[][] rooms) {
        this.sizes = sizes;
        this.neighbours = neighbours;
        this.rooms = rooms;
    }

    /** All places; what is tied to a common identifier is not joined by that. */
    static PlaceNet of(List<Folded> places, List<PlaceSize> sizes, List<Tie> ties) {
        List<Map<Integer, Double>> maps = new ArrayList<>();
        places.forEach(place -> maps.add(new TreeMap<>()));
        for (Tie tie : ties) {
            if (!places.get(tie.from()).hub() && !places.get(tie.to()).hub()) {
                double room = tie.kind() == EdgeKind.THROUGH ? ROOM_THROUGH : ROOM_BETWEEN;
                maps.get(tie.from()).merge(tie.to(), room, Math::min);
                maps.get(tie.to()).merge(tie.from(), room, Math::min);
            }
        }
        int[][] neighbours = new int[places.size()][];
        double[][] rooms = new double[places.size()][];
        for (int i = 0; i < neighbours.length; i++) {
            Map<Integer, Double> map = maps.get(i);
            neighbours[i] = map.keySet().stream().mapToInt(Integer::intValue).toArray();
            rooms[i] = map.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        return new PlaceNet(sizes, neighbours, rooms);
    }

    int size() {
        return sizes.size();
    }

    PlaceSize sizeOf(int place) {
        return sizes.get(place);
    }

    int[] neighboursOf(int place) {
        return neighbours[place];
    }

    /** How far a place is to be from its neighbour of that number in its list. */
    double length(int place, int neighbour) {
        int other = neighbours[place][neighbour];
        boolean end = neighbours[place].length < 2 || neighbours[other].length < 2;
        double room = end ? ROOM_AT_END : rooms[place][neighbour];
        return sizes.get(place).reach() + sizes.get(other).reach() + room;
    }

    /** The connected parts, each in order of numbers. */
    List<int[]> components() {
        List<int[]> parts = new ArrayList<>();
        boolean[] seen = new boolean[size()];
        for (int start = 0; start < size(); start++) {
            if (!seen[start]) {
                parts.add(reached(start, seen));
            }
        }
        return parts;
    }

    private int[] reached(int start, boolean[] seen) {
        int[] found = new int[size()];
        int count = 1;
        found[0] = start;
        seen[start] = true;
        for (int i = 0; i < count; i++) {
            for (int next : neighbours[found[i]]) {
                if (!seen[next]) {
                    seen[next] = true;
                    found[count++] = next;
                }
            }
        }
        int[] part = Arrays.copyOf(found, count);
        Arrays.sort(part);
        return part;
    }

    /** A connected part as a net of its own. */
    PlaceNet part(int[] members) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int member : members) {
            numbers.put(member, numbers.size());
        }
        int[][] own = new int[members.length][];
        double[][] ownRooms = new double[members.length][];
        for (int i = 0; i < members.length; i++) {
            own[i] =
                    Arrays.stream(neighbours[members[i]])
                            .map(other -> numbers.getOrDefault(other, -1))
                            .toArray();
            ownRooms[i] = rooms[members[i]];
        }
        List<PlaceSize> ownSizes = Arrays.stream(members).mapToObj(sizes::get).toList();
        return new PlaceNet(ownSizes, own, ownRooms);
    }
}
