package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * What one way through a pattern asks of observations, without any choice left. It is a template:
 * {@link #slots()} makes fresh slots.
 *
 * @param parts candidates and how many of them
 * @param orders over the places of parts
 * @param ranks pairs of orders of which the first may be taken for the earlier, as both belong to
 *     interchangeable repeats
 */
record Shape(List<Part> parts, List<Order> orders, List<int[]> ranks) {

    record Part(int[] candidates, long demand) {}

    /** The parts in [beforeFrom, beforeTo) come before those in [afterFrom, afterTo). */
    record Order(int beforeFrom, int beforeTo, int afterFrom, int afterTo, long slack) {

        Order moved(int by) {
            return new Order(beforeFrom + by, beforeTo + by, afterFrom + by, afterTo + by, slack);
        }
    }

    static Shape of(int[] candidates, long demand) {
        return new Shape(List.of(new Part(candidates, demand)), List.of(), List.of());
    }

    boolean isSingle() {
        return parts.size() == 1 && orders.isEmpty() && parts.getFirst().demand() == 1;
    }

    /** Both, on different observations. */
    Shape and(Shape other) {
        List<Part> allParts = new ArrayList<>(parts);
        allParts.addAll(other.parts);
        List<Order> allOrders = new ArrayList<>(orders);
        other.orders.forEach(order -> allOrders.add(order.moved(parts.size())));
        List<int[]> allRanks = new ArrayList<>(ranks);
        for (int[] pair : other.ranks) {
            allRanks.add(new int[] {pair[0] + orders.size(), pair[1] + orders.size()});
        }
        return new Shape(allParts, allOrders, allRanks);
    }

    Shape with(Order order) {
        List<Order> all = new ArrayList<>(orders);
        all.add(order);
        return new Shape(parts, all, ranks);
    }

    /** The other, followed by this order: the first order of a copy is not before that of this. */
    Shape andCopy(Shape copy, int lastCopyOrder) {
        Shape both = and(copy);
        if (copy.orders.isEmpty()) {
            return both;
        }
        List<int[]> all = new ArrayList<>(both.ranks);
        all.add(new int[] {lastCopyOrder, orders.size()});
        return new Shape(both.parts, both.orders, all);
    }

    List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        parts.forEach(part -> slots.add(new Slot(part.candidates(), part.demand())));
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            TimeOrder time = new TimeOrder(i, order.slack());
            slots.subList(order.beforeFrom(), order.beforeTo())
                    .forEach(slot -> slot.before().add(time));
            slots.subList(order.afterFrom(), order.afterTo())
                    .forEach(slot -> slot.after().add(time));
        }
        return slots;
    }
}
