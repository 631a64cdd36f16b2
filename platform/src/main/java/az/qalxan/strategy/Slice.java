package az.qalxan.strategy;

import java.util.List;

/**
 * The part of a list that one page shows.
 *
 * @param from the place of the first one, from 0
 * @param all how long the whole list is
 */
record Slice<T>(List<T> shown, int from, int all) {

    static final int SHOWN_MAX = 200;

    Slice {
        shown = List.copyOf(shown);
    }

    static <T> Slice<T> of(List<T> whole, int from) {
        int first = from < 0 || from >= whole.size() ? 0 : from;
        int end = Math.min(whole.size(), first + SHOWN_MAX);
        return new Slice<>(whole.subList(first, end), first, whole.size());
    }

    boolean cut() {
        return shown.size() < all;
    }

    boolean hasBefore() {
        return from > 0;
    }

    boolean hasMore() {
        return from + shown.size() < all;
    }

    int before() {
        return Math.max(0, from - SHOWN_MAX);
    }

    int more() {
        return from + shown.size();
    }

    /** The last one that is shown, from 1. */
    int until() {
        return from + shown.size();
    }
}
