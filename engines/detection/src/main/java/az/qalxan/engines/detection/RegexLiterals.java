package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Texts, without regard to case, of which one stands in everything that an expression fits. */
final class RegexLiterals {

    private static final int CHOICES_MAX = 64;

    /** More of them are not worth to be looked for. */
    private static final int SETS_MAX = 6;

    private RegexLiterals() {}

    /** Those texts; none where nothing is known. */
    static Set<String> of(LinearRegex regex) {
        return of(regex.node());
    }

    /**
     * Sets of such texts: of each set one stands in everything that an expression fits. The longest
     * come first.
     */
    static List<Set<String>> all(LinearRegex regex) {
        List<Set<String>> sets = new ArrayList<>();
        gather(regex.node(), sets);
        sets.sort(Comparator.comparingInt(RegexLiterals::shortest).reversed());
        return List.copyOf(sets.subList(0, Math.min(sets.size(), SETS_MAX)));
    }

    private static void gather(RegexNode node, List<Set<String>> sets) {
        switch (node) {
            case RegexNode.Sequence sequence -> gather(sequence.nodes(), sets);
            case RegexNode.Repeat repeat when repeat.min() > 0 -> gather(repeat.node(), sets);
            default -> add(of(node), sets);
        }
    }

    private static void gather(List<RegexNode> nodes, List<Set<String>> sets) {
        StringBuilder run = new StringBuilder();
        for (RegexNode node : nodes) {
            String one = node instanceof RegexNode.Chars chars ? single(chars.set()) : "";
            run.append(one);
            if (one.isEmpty()) {
                add(better(Set.of(), run), sets);
                run.setLength(0);
                gather(node, sets);
            }
        }
        add(better(Set.of(), run), sets);
    }

    private static void add(Set<String> set, List<Set<String>> sets) {
        if (!set.isEmpty() && !sets.contains(set)) {
            sets.add(set);
        }
    }

    private static Set<String> of(RegexNode node) {
        return switch (node) {
            case RegexNode.Chars chars -> letter(chars.set());
            case RegexNode.Sequence sequence -> sequence(sequence.nodes());
            case RegexNode.Choice choice -> choice(choice.nodes());
            case RegexNode.Repeat repeat -> repeat.min() > 0 ? of(repeat.node()) : Set.of();
            case RegexNode.At _ -> Set.of();
        };
    }

    private static Set<String> letter(CharSet set) {
        String one = single(set);
        return one.isEmpty() ? Set.of() : Set.of(one);
    }

    /** The one character, folded, that all of the set fold to; empty where they are several. */
    private static String single(CharSet set) {
        if (set.units().cardinality() > 4) {
            return "";
        }
        Set<Character> folded = new HashSet<>();
        set.units().stream().forEach(c -> folded.add(Folding.fold((char) c)));
        boolean whole = folded.size() == 1 && !Character.isSurrogate(folded.iterator().next());
        return whole ? String.valueOf(folded.iterator().next()) : "";
    }

    /** The best of the runs of single characters and of the parts' own texts. */
    private static Set<String> sequence(List<RegexNode> nodes) {
        Set<String> best = Set.of();
        StringBuilder run = new StringBuilder();
        for (RegexNode node : nodes) {
            String one = node instanceof RegexNode.Chars chars ? single(chars.set()) : "";
            if (!one.isEmpty()) {
                run.append(one);
                continue;
            }
            best = better(best, run);
            run.setLength(0);
            best = better(best, of(node));
        }
        return better(best, run);
    }

    private static Set<String> better(Set<String> best, StringBuilder run) {
        return run.isEmpty() ? best : better(best, Set.of(run.toString()));
    }

    private static Set<String> better(Set<String> one, Set<String> other) {
        return shortest(other) > shortest(one) ? other : one;
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    private static Set<String> choice(List<RegexNode> nodes) {
        Set<String> all = new HashSet<>();
        for (RegexNode node : nodes) {
            Set<String> one = of(node);
            if (one.isEmpty() || all.size() + one.size() > CHOICES_MAX) {
                return Set.of();
            }
            all.addAll(one);
        }
        return all;
    }
}
