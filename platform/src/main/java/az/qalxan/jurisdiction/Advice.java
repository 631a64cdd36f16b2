package az.qalxan.jurisdiction;

import java.util.List;

/** What to do at once, before filling in anything. */
public record Advice(String id, Words title, List<Words> steps) {

    public Advice {
        steps = List.copyOf(steps);
    }
}
