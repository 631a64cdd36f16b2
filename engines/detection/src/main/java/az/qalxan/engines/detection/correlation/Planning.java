package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.CorrelationRule;
import az.qalxan.engines.detection.DetectionRule;
import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.correlation.CorrelationFinding.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out what follows from rules that refer to each other. */
final class Planning {

    private final WindowSettings settings;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<PlannedRule> rules = new ArrayList<>();
    private final Map<String, List<Feed>> byDetection = new HashMap<>();
    private final Map<String, List<Feed>> byCorrelation = new HashMap<>();
    private final Set<String> silenced = new HashSet<>();

    /** A correlation while its neighbours are found. */
    private static final class Draft {
        final CorrelationRule rule;
        final String key;

        /** Of each position the correlations that it refers to. */
        final List<List<Draft>> below = new ArrayList<>();

        final Set<String> carried = new LinkedHashSet<>();
        boolean repeats;
        int level;
        long delay;

        Draft(CorrelationRule rule, String key) {
            this.rule = rule;
            this.key = key;
        }
    }

    Planning(RuleSet set, WindowSettings settings) {
        this.settings = settings;
        Set<String> keys = new HashSet<>();
        for (CorrelationRule rule : set.correlations()) {
            String key = rule.header().called();
            for (int again = 2; !keys.add(key); again++) {
                key = rule.header().called() + " " + again;
            }
            drafts.add(new Draft(rule, key));
        }
        refer();
        rise();
        carry();
        silence(set);
        drafts.forEach(draft -> rules.add(planned(draft)));
        feed(set);
    }

    /** What findings of the rule are found by. */
    static String key(RuleHeader header) {
        return header.id().isEmpty() ? header.name() : header.id();
    }

    private static boolean names(String word, RuleHeader header) {
        return !word.isEmpty() && (word.equals(header.id()) || word.equals(header.name()));
    }

    private void refer() {
        for (Draft draft : drafts) {
            for (String word : draft.rule.rules()) {
                draft.below.add(
                        drafts.stream().filter(one -> names(word, one.rule.header())).toList());
            }
        }
    }

    /** Puts each rule one level above the highest that it refers to; the set has no circles. */
    private void rise() {
        boolean changed = true;
        for (int round = 0; changed; round++) {
            if (round > drafts.size()) {
                throw new IllegalArgumentException("correlations refer to each other in a circle");
            }
            changed = false;
            for (Draft draft : drafts) {
                for (List<Draft> below : draft.below) {
                    for (Draft one : below) {
                        long delay = one.delay + (closes(one) ? PlannedRule.span(one.rule) : 0);
                        changed |= draft.level <= one.level || draft.delay < bounded(delay);
                        draft.level = Math.max(draft.level, one.level + 1);
                        draft.delay = Math.max(draft.delay, bounded(delay));
                    }
                }
            }
        }
        drafts.sort(Comparator.comparingInt(one -> one.level));
    }

    private static long bounded(long delay) {
        return Math.min(delay, PlannedRule.DELAY_MAX);
    }

    private static boolean closes(Draft draft) {
        return PlannedRule.closing(draft.rule);
    }

    /** From above: which fields have to be handed up. */
    private void carry() {
        for (Draft draft : drafts.reversed()) {
            Set<String> wanted = new LinkedHashSet<>(draft.rule.groupBy());
            wanted.addAll(draft.rule.fields());
            wanted.addAll(draft.carried);
            for (int position = 0; position < draft.below.size(); position++) {
                for (Draft one : draft.below.get(position)) {
                    for (String field : wanted) {
                        String name = name(draft.rule, position, field);
                        if (!one.rule.groupBy().contains(name)) {
                            one.carried.add(name);
                        }
                    }
                    one.repeats |= PlannedRule.temporal(draft.rule);
                }
            }
        }
    }

    /** What the rule at the position calls the field. */
    private static String name(CorrelationRule rule, int position, String field) {
        Map<String, String> names = rule.aliases().getOrDefault(field, Map.of());
        return names.getOrDefault(rule.rules().get(position), field);
    }

    private void silence(RuleSet set) {
        Set<String> told = new HashSet<>();
        for (Draft draft : drafts) {
            for (String word : draft.rule.rules()) {
                Set<String> to = draft.rule.generate() ? told : silenced;
                for (DetectionRule rule : set.rules()) {
                    if (names(word, rule.header())) {
                        to.add(key(rule.header()));
                    }
                }
                for (Draft one : drafts) {
                    if (names(word, one.rule.header())) {
                        to.add(key(one.rule.header()));
                    }
                }
            }
        }
        silenced.removeAll(told);
    }

    private PlannedRule planned(Draft draft) {
        String named = key(draft.rule.header());
        boolean part = !named.isEmpty() && silenced.contains(named);
        return new PlannedRule(
                draft.key,
                draft.rule,
                draft.level,
                draft.delay,
                closes(draft),
                PlannedRule.span(draft.rule),
                List.copyOf(draft.carried),
                draft.repeats,
                part ? Use.PART : Use.ALERT,
                settings,
                PlannedRule.enough(draft.rule, closes(draft), settings.kind()));
    }

    private void feed(RuleSet set) {
        Map<String, List<RuleHeader>> named = new HashMap<>();
        for (DetectionRule rule : set.rules()) {
            RuleHeader header = rule.header();
            for (String word : words(header)) {
                named.computeIfAbsent(word, _ -> new ArrayList<>()).add(header);
            }
        }
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            PlannedRule rule = rules.get(i);
            for (int position = 0; position < draft.below.size(); position++) {
                Feed feed = feed(rule, position);
                String word = draft.rule.rules().get(position);
                for (RuleHeader header : named.getOrDefault(word, List.of())) {
                    add(byDetection, key(header), feed);
                }
                for (Draft one : draft.below.get(position)) {
                    add(byCorrelation, one.key, feed);
                }
            }
        }
    }

    private static Set<String> words(RuleHeader header) {
        Set<String> words = new LinkedHashSet<>(List.of(header.id()));
        words.add(header.name());
        words.remove("");
        return words;
    }

    private static void add(Map<String, List<Feed>> feeds, String key, Feed feed) {
        feeds.computeIfAbsent(key, _ -> new ArrayList<>()).add(feed);
    }

    private static Feed feed(PlannedRule rule, int position) {
        return new Feed(
                rule,
                position,
                names(rule.rule(), position, rule.rule().groupBy()),
                names(rule.rule(), position, rule.rule().fields()),
                names(rule.rule(), position, rule.carried()));
    }

    private static List<String> names(CorrelationRule rule, int position, List<String> fields) {
        return fields.stream().map(field -> name(rule, position, field)).toList();
    }

    List<PlannedRule> rules() {
        return List.copyOf(rules);
    }

    Map<String, List<Feed>> byDetection() {
        return Map.copyOf(byDetection);
    }

    Map<String, List<Feed>> byCorrelation() {
        return Map.copyOf(byCorrelation);
    }

    Set<String> silenced() {
        return Set.copyOf(silenced);
    }
}
