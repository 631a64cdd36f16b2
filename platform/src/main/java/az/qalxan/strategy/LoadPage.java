package az.qalxan.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The load of bodies per quarter, and which leads lean on whom.
 *
 * @param bodies how many bodies the plan has; the table may show the busiest alone
 * @param now the column of the current quarter; -1 when the plan does not reach it
 */
record LoadPage(Plan plan, LoadTable table, List<Leaning> leanings, int now, int bodies) {

    private static final int SHOWN_MAX = 40;

    LoadPage {
        leanings = List.copyOf(leanings);
    }

    /** A lead and in how many of its measures it needs each other body. */
    record Leaning(PlanBody lead, int measures, Map<PlanBody, Integer> on) {}

    /**
     * @param all whether every body is shown, or the busiest alone
     */
    static LoadPage of(Plan plan, boolean all) {
        LoadTable table = LoadTable.of(plan);
        int shown = all ? table.rows().size() : Math.min(SHOWN_MAX, table.rows().size());
        return new LoadPage(
                plan,
                new LoadTable(table.quarters(), table.rows().subList(0, shown), table.most()),
                leanings(plan),
                table.quarters().indexOf(LoadTable.Quarter.of(plan.day())),
                table.rows().size());
    }

    private static List<Leaning> leanings(Plan plan) {
        List<Leaning> leanings = new ArrayList<>();
        for (BodyShares shares : BodyShares.of(plan)) {
            Map<String, PlanBody> bodies = new LinkedHashMap<>();
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (PlanMeasure one : shares.lead()) {
                for (PlanBody executor : one.executors()) {
                    bodies.putIfAbsent(executor.acronym(), executor);
                    counts.merge(executor.acronym(), 1, Integer::sum);
                }
            }
            Map<PlanBody, Integer> sorted = new LinkedHashMap<>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(one -> sorted.put(bodies.get(one.getKey()), one.getValue()));
            if (!shares.lead().isEmpty() && leanings.size() < SHOWN_MAX) {
                leanings.add(new Leaning(shares.body(), shares.lead().size(), sorted));
            }
        }
        return leanings;
    }
}
