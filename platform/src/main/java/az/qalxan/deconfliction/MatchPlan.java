package az.qalxan.deconfliction;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportMatches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Which pairs of bodies hold which identifier, and in which records. */
final class MatchPlan {

    private final Map<Pair, Set<Holding>> holdings = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<UUID, Source> watchers = new LinkedHashMap<>();

    /** A watched identifier stands in a report of the watching body itself. */
    record Notice(LiveWatch watch, ReportMatches.Mention mention) {}

    /** What was found for every pair. */
    Map<Pair, Set<Holding>> holdings() {
        return holdings;
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /**
     * Adds the pairs of bodies among the mentions of identifiers; of two bodies that both held one
     * before these reports arrived nothing is said again.
     */
    void addMentions(List<ReportMatches.Mention> mentions, Set<ReportId> arrived) {
        Map<String, List<ReportMatches.Mention>> byKey = new LinkedHashMap<>();
        mentions.forEach(
                one -> byKey.computeIfAbsent(one.linkKey(), key -> new ArrayList<>()).add(one));
        byKey.forEach((key, all) -> addPairs(key, all, arrived));
    }

    private void addPairs(String key, List<ReportMatches.Mention> mentions, Set<ReportId> arrived) {
        Set<String> bodies = new TreeSet<>();
        Set<String> fresh = new TreeSet<>();
        for (ReportMatches.Mention one : mentions) {
            bodies.add(one.body());
            if (arrived.contains(one.report())) {
                fresh.add(one.body());
            }
        }
        for (String body : fresh) {
            for (String other : bodies) {
                if (!other.equals(body)) {
                    add(Pair.of(key, body, other), mentions);
                }
            }
        }
    }

    private void add(Pair pair, List<ReportMatches.Mention> mentions) {
        for (ReportMatches.Mention one : mentions) {
            if (one.body().equals(pair.low()) || one.body().equals(pair.high())) {
                add(pair, Holding.of(one));
            }
        }
    }

    private void add(Pair pair, Holding holding) {
        holdings.computeIfAbsent(pair, key -> new LinkedHashSet<>()).add(holding);
    }

    /**
     * Adds what watch lists say about reports that have just arrived.
     *
     * @param crowded keys that are too common to be told of to another body
     */
    void addWatches(
            List<LiveWatch> watches, List<ReportMatches.Mention> mentions, Set<String> crowded) {
        for (LiveWatch watch : watches) {
            for (ReportMatches.Mention one : mentions) {
                if (!one.linkKey().equals(watch.linkKey())) {
                    continue;
                }
                if (watch.body().equals(one.body())) {
                    notices.add(new Notice(watch, one));
                } else if (!crowded.contains(watch.linkKey())) {
                    add(watch, one);
                }
            }
        }
    }

    private void add(LiveWatch watch, ReportMatches.Mention mention) {
        Pair pair = Pair.of(watch.linkKey(), watch.body(), mention.body());
        watchers.put(watch.id(), new Source(watch.account(), watch.body()));
        add(pair, Holding.of(watch));
        add(pair, Holding.of(mention));
    }

    /** Who made the entries of watch lists that hold something. */
    Map<UUID, Source> watchers() {
        return watchers;
    }

    /** Every report that is spoken of. */
    Set<UUID> reports() {
        Set<UUID> ids = new LinkedHashSet<>();
        holdings.values().stream()
                .flatMap(Set::stream)
                .filter(one -> one.kind() == Holding.Kind.REPORT)
                .forEach(one -> ids.add(one.source()));
        notices.forEach(one -> ids.add(one.mention().report().value()));
        return ids;
    }

    /**
     * Brings every report to where it stands now; one that left its body meanwhile is dropped, it
     * is queued anew by its move.
     */
    void settle(Map<UUID, ReportMatches.Standing> standing) {
        holdings.replaceAll((pair, all) -> settled(all, standing));
        holdings.values().removeIf(all -> all.stream().map(Holding::body).distinct().count() < 2);
        notices.replaceAll(one -> new Notice(one.watch(), settled(one.mention(), standing)));
        notices.removeIf(one -> !one.mention().body().equals(one.watch().body()));
    }

    private static Set<Holding> settled(
            Set<Holding> all, Map<UUID, ReportMatches.Standing> standing) {
        Set<Holding> settled = new LinkedHashSet<>();
        for (Holding one : all) {
            ReportMatches.Standing now = standing.get(one.source());
            if (one.kind() == Holding.Kind.WATCH) {
                settled.add(one);
            } else if (now != null && now.body().equals(one.body())) {
                settled.add(one.at(now));
            }
        }
        return settled;
    }

    private static ReportMatches.Mention settled(
            ReportMatches.Mention one, Map<UUID, ReportMatches.Standing> standing) {
        ReportMatches.Standing now = standing.get(one.report().value());
        return now == null
                ? one
                : new ReportMatches.Mention(
                        one.linkKey(),
                        one.kind(),
                        one.value(),
                        one.report(),
                        now.body(),
                        now.handling(),
                        now.compartment());
    }
}
