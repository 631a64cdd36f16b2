package az.qalxan.assets;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The money of one currency in one holding, by whose it is and in the order in which it came. */
final class Pot {

    private final Deque<Part> parts = new ArrayDeque<>();

    /** Puts money in, behind what is there. */
    void add(List<Part> arriving, TracingRule rule) {
        for (Part part : arriving) {
            if (part.units().signum() > 0) {
                add(part, rule);
            }
        }
    }

    private void add(Part part, TracingRule rule) {
        switch (rule) {
            case FIRST_IN_FIRST_OUT -> {
                Part last = parts.peekLast();
                if (last != null && last.origin().equals(part.origin())) {
                    parts.removeLast();
                    parts.addLast(new Part(part.origin(), last.units().add(part.units())));
                } else {
                    parts.addLast(part);
                }
            }
            case PROPORTIONAL -> merge(part);
        }
    }

    /** Under the proportional rule it does not matter when money came. */
    private void merge(Part part) {
        List<Part> merged = new ArrayList<>(parts.size() + 1);
        boolean found = false;
        for (Part known : parts) {
            boolean same = known.origin().equals(part.origin());
            merged.add(same ? new Part(part.origin(), known.units().add(part.units())) : known);
            found |= same;
        }
        if (!found) {
            merged.add(part);
        }
        parts.clear();
        parts.addAll(merged);
    }

    /**
     * Takes that much out. What goes beyond everything known to be here is {@link Part#OTHER}:
     * money that was there before or came unseen.
     */
    List<Part> take(BigInteger amount, TracingRule rule) {
        BigInteger known = amount.min(Part.total(left()));
        List<Part> taken =
                known.signum() == 0
                        ? new ArrayList<>()
                        : switch (rule) {
                            case FIRST_IN_FIRST_OUT -> takeFirst(known);
                            case PROPORTIONAL -> takeOfAll(known);
                        };
        BigInteger unknown = amount.subtract(known);
        if (unknown.signum() > 0) {
            taken.add(new Part(Part.OTHER, unknown));
        }
        return taken;
    }

    /** Takes that much out for one owner: the owner's own first, then by the rule. */
    List<Part> takeFor(String owner, BigInteger amount, TracingRule rule) {
        List<Part> taken = new ArrayList<>();
        List<Part> rest = new ArrayList<>();
        BigInteger wanted = amount;
        for (Part part : left()) {
            BigInteger used =
                    part.origin().equals(owner) ? part.units().min(wanted) : BigInteger.ZERO;
            wanted = wanted.subtract(used);
            keep(taken, owner, used);
            keep(rest, part.origin(), part.units().subtract(used));
        }
        parts.clear();
        parts.addAll(rest);
        if (wanted.signum() > 0) {
            taken.addAll(take(wanted, rule));
        }
        return taken;
    }

    private static void keep(List<Part> parts, String origin, BigInteger units) {
        if (units.signum() > 0) {
            parts.add(new Part(origin, units));
        }
    }

    private List<Part> takeFirst(BigInteger amount) {
        List<Part> taken = new ArrayList<>();
        BigInteger wanted = amount;
        while (wanted.signum() > 0) {
            Part first = parts.removeFirst();
            BigInteger used = first.units().min(wanted);
            taken.add(new Part(first.origin(), used));
            wanted = wanted.subtract(used);
            if (used.compareTo(first.units()) < 0) {
                parts.addFirst(new Part(first.origin(), first.units().subtract(used)));
            }
        }
        return taken;
    }

    private List<Part> takeOfAll(BigInteger amount) {
        List<Part> before = left();
        List<Part> taken = Part.split(amount, before);
        parts.clear();
        for (int i = 0; i < before.size(); i++) {
            BigInteger rest = before.get(i).units().subtract(taken.get(i).units());
            if (rest.signum() > 0) {
                parts.addLast(new Part(before.get(i).origin(), rest));
            }
        }
        return new ArrayList<>(taken.stream().filter(one -> one.units().signum() > 0).toList());
    }

    /** What is here now, in its order. */
    List<Part> left() {
        return List.copyOf(parts);
    }
}
