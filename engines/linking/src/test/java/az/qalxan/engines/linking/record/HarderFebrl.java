package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Harder variants of a FEBRL set, made from its originals in the manner of its generator: typing
 * slips, wrong and missing values, swapped fields, split words.
 */
final class HarderFebrl {

    private static final int[] OFTEN = {9, 8, 6, 9, 5, 8, 6, 4, 6, 5};
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    /**
     * How rows are spoiled.
     *
     * @param name for the table of results
     * @param duplicatesMax most duplicates of one original; their number is even between 0 and it
     * @param changesMin least changes to a duplicate
     * @param changesMax most
     * @param perFieldMax most changes to one field
     */
    record Wear(String name, int duplicatesMax, int changesMin, int changesMax, int perFieldMax) {}

    private final List<List<String>> originals;
    private final Random random;
    private final Wear wear;

    private HarderFebrl(List<List<String>> originals, Wear wear, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
        this.wear = wear;
    }

    static TestTables.Table of(TestTables.Table febrl, int persons, Wear wear, long seed) {
        // The first row of each person stands for the original; which it is does not matter.
        List<List<String>> originals = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        java.util.Set<String> known = new java.util.HashSet<>();
        for (int i = 0; i < febrl.rows().size() && originals.size() < persons; i++) {
            if (known.add(febrl.persons().get(i))) {
                originals.add(febrl.rows().get(i));
                seen.add(febrl.persons().get(i));
            }
        }
        HarderFebrl harder = new HarderFebrl(originals, wear, seed);
        List<List<String>> rows = new ArrayList<>();
        List<String> truth = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            rows.add(originals.get(i));
            truth.add(seen.get(i));
            int duplicates = harder.random.nextInt(wear.duplicatesMax + 1);
            for (int j = 0; j < duplicates; j++) {
                rows.add(harder.spoiled(originals.get(i)));
                truth.add(seen.get(i));
            }
        }
        return new TestTables.Table(febrl.schema(), rows, truth).shuffled(seed);
    }

    private List<String> spoiled(List<String> original) {
        List<String> cells = new ArrayList<>(original);
        int[] changed = new int[cells.size()];
        int left = wear.changesMin + random.nextInt(wear.changesMax - wear.changesMin + 1);
        for (int tries = 0; left > 0 && tries < 100; tries++) {
            int field = field();
            if (changed[field] < wear.perFieldMax) {
                change(cells, field);
                changed[field]++;
                left--;
            }
        }
        return cells;
    }

    private int field() {
        int all = IntStream.of(OFTEN).sum();
        int at = random.nextInt(all);
        int field = 0;
        while (at >= OFTEN[field]) {
            at -= OFTEN[field];
            field++;
        }
        return field;
    }

    private void change(List<String> cells, int field) {
        double kind = random.nextDouble();
        int partner = field < 2 ? 1 - field : field == 3 || field == 4 ? 7 - field : -1;
        if (kind < 0.05 && partner >= 0) {
            String mine = cells.get(field);
            cells.set(field, cells.get(partner));
            cells.set(partner, mine);
        } else if (kind < 0.14) {
            cells.set(field, "");
        } else if (kind < 0.26 && field != 9) {
            cells.set(field, originals.get(random.nextInt(originals.size())).get(field));
        } else {
            cells.set(field, mistyped(cells.get(field)));
        }
    }

    private String mistyped(String value) {
        if (value.isEmpty()) {
            return value;
        }
        int at = random.nextInt(value.length());
        String signs = Character.isDigit(value.charAt(0)) ? DIGITS : LETTERS;
        char sign = signs.charAt(random.nextInt(signs.length()));
        String before = value.substring(0, at);
        String after = value.substring(at + 1);
        return switch (random.nextInt(5)) {
            case 0 -> before + sign + value.charAt(at) + after;
            case 1 -> value.length() == 1 ? value : before + after;
            case 2 -> before + sign + after;
            case 3 ->
                    after.isEmpty()
                            ? value
                            : before + after.charAt(0) + value.charAt(at) + after.substring(1);
            default -> signs.equals(DIGITS) ? value : before + " " + value.charAt(at) + after;
        };
    }
}
