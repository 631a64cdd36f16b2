package az.qalxan.monitoring.incident;

import az.qalxan.monitoring.criterion.Attack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matrix of ATT&CK: under each tactic its techniques, with the active rules that name them and
 * what was found.
 *
 * @param unknown techniques that rules name and this edition does not have
 */
record Coverage(List<Column> columns, Totals totals, Set<String> unknown) {

    Coverage {
        columns = List.copyOf(columns);
        unknown = Set.copyOf(unknown);
    }

    /** A tactic with its techniques. */
    record Column(Attack.Tactic tactic, List<Cell> cells) {

        Column {
            cells = List.copyOf(cells);
        }

        long covered() {
            return cells.stream().filter(one -> one.rules() > 0).count();
        }
    }

    /** A technique: how many active rules name it, and how often something of it was found. */
    record Cell(Attack.Technique technique, int rules, long findings) {

        /** A class of the style sheet: how well it is covered. */
        String shade() {
            return rules == 0 ? "none" : rules < 5 ? "few" : rules < 20 ? "some" : "many";
        }
    }

    /** Each technique counted once. */
    record Totals(int techniques, int covered, int hit, int rules) {}

    static Coverage of(
            Attack attack, List<CoverageStore.ActiveRule> active, List<CoverageStore.Hits> found) {
        Map<String, Integer> rules = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (CoverageStore.ActiveRule rule : active) {
            for (String technique : Attack.techniquesIn(rule.tags())) {
                rules.merge(technique, 1, Integer::sum);
                if (attack.technique(technique).isEmpty()) {
                    unknown.add(technique);
                }
            }
        }
        Map<String, Long> hits = new HashMap<>();
        found.forEach(one -> hits.put(one.technique(), one.findings()));
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        attack.tactics().forEach(one -> cells.put(one.code(), new ArrayList<>()));
        int covered = 0;
        int hit = 0;
        for (Attack.Technique technique : attack.techniques()) {
            Cell cell =
                    new Cell(
                            technique,
                            rules.getOrDefault(technique.id(), 0),
                            hits.getOrDefault(technique.id(), 0L));
            covered += cell.rules() > 0 ? 1 : 0;
            hit += cell.findings() > 0 ? 1 : 0;
            technique
                    .tactics()
                    .forEach(code -> cells.getOrDefault(code, new ArrayList<>()).add(cell));
        }
        return new Coverage(
                attack.tactics().stream()
                        .map(one -> new Column(one, cells.getOrDefault(one.code(), List.of())))
                        .toList(),
                new Totals(attack.techniques().size(), covered, hit, active.size()),
                unknown);
    }
}
