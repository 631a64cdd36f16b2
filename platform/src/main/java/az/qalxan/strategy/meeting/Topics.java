package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a meeting has to speak about because of what the registers say. A dispute stands alone; what
 * is late, silent or without evidence stands together for the body that leads it.
 */
final class Topics {

    private static final String DISPUTED = "disputed";

    /** In which order the reasons of a point are told. */
    private static final List<String> FLAGS =
            List.of(DISPUTED, "late", "silent", "without-evidence");

    private Topics() {}

    /**
     * What was found in the registers.
     *
     * @param tasks overdue ones, and open ones of a body that is no more
     * @param decisions whose time ran out
     * @param carried what the last meeting did not come to
     * @param bodies codes of the bodies that there are
     */
    record Found(
            List<Lagging> measures,
            List<Task> tasks,
            List<Decision> decisions,
            List<Topic> carried,
            Set<String> bodies) {

        /** Copies. */
        Found {
            measures = List.copyOf(measures);
            tasks = List.copyOf(tasks);
            decisions = List.copyOf(decisions);
            carried = List.copyOf(carried);
            bodies = Set.copyOf(bodies);
        }
    }

    /** The topics in the order of an agenda. */
    static List<Topic> of(Found found) {
        List<Topic> topics = new ArrayList<>(found.carried());
        found.measures().stream()
                .filter(one -> one.flags().contains(DISPUTED))
                .map(one ->
                        new Topic(
                                Topic.Kind.DISPUTE,
                                "measure:" + one.measure(),
                                one.measure(),
                                one.title(),
                                List.of(point(one))))
                .forEach(topics::add);
        found.tasks().stream().map(one -> of(one, found.bodies())).forEach(topics::add);
        found.decisions().stream().map(Topics::of).forEach(topics::add);
        topics.addAll(ofBodies(found.measures()));
        return List.copyOf(topics);
    }

    private static Topic of(Task task, Set<String> bodies) {
        List<String> flags = bodies.contains(task.body()) ? List.of("overdue") : List.of("no-body");
        String number = Long.toString(task.number());
        return new Topic(
                Topic.Kind.TASK,
                "task:" + number,
                number,
                task.words(),
                List.of(
                        new Topic.Point(
                                number,
                                task.words(),
                                flags,
                                "/strategy/meetings/tasks/" + number)));
    }

    private static Topic of(Decision decision) {
        String number = Long.toString(decision.number());
        return new Topic(
                Topic.Kind.DECISION,
                "decision:" + number,
                number,
                decision.words(),
                List.of(
                        new Topic.Point(
                                number,
                                decision.words(),
                                List.of("ran-out"),
                                "/strategy/meetings/decisions/" + number)));
    }

    private static List<Topic> ofBodies(List<Lagging> measures) {
        Map<String, List<Topic.Point>> byBody = new LinkedHashMap<>();
        for (Lagging one : measures) {
            if (!Set.of(DISPUTED).containsAll(one.flags())) {
                byBody.computeIfAbsent(one.lead(), lead -> new ArrayList<>()).add(point(one));
            }
        }
        List<Topic> topics = new ArrayList<>();
        new TreeMap<>(byBody)
                .forEach((body, points) ->
                        topics.add(
                                new Topic(
                                        Topic.Kind.BODY,
                                        "body:" + keyOf(body),
                                        body,
                                        Topic.NO_TITLE,
                                        points)));
        topics.sort(Comparator.comparingInt((Topic one) -> one.points().size()).reversed());
        return topics;
    }

    /** An acronym that no code stands for has letters that a key has not. */
    private static String keyOf(String body) {
        return Topic.isKey("body:" + body) ? body : "x" + Integer.toHexString(body.hashCode());
    }

    private static Topic.Point point(Lagging one) {
        return new Topic.Point(
                one.measure(),
                one.title(),
                FLAGS.stream().filter(one.flags()::contains).toList(),
                "/strategy/measures/" + one.measure());
    }

    /** A topic that a person adds. */
    static Topic own(String id, Words title) {
        return new Topic(Topic.Kind.OWN, "own:" + id, "", title, List.of());
    }
}
