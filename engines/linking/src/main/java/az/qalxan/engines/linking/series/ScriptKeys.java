package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys under which a group's script is looked up: of what most of its stories have in common,
 * the smallest hashes in pairs, for each category and month of its work.
 */
final class ScriptKeys {

    /**
     * Smaller groups have no script, and none is as large: groups that share nothing else are never
     * joined by how their stories are told. Rings speak after the same few scripts; in two
     * countries of 200,000 reports 161 of 172 such joins of groups of 8 or more were wrong, see ADR
     * 21.
     */
    static final int STORIES_MIN = Integer.MAX_VALUE;

    /** Days that may lie between the work of two groups of one script. */
    static final int GAP_DAYS_MAX = 14;

    private static final int BANDS = 6;
    private static final int MONTH_DAYS = 30;
    private static final int MONTHS_MAX = 24;

    private ScriptKeys() {}

    static List<Trait> of(Group group) {
        int[] usual = group.stories() < STORIES_MIN ? new int[0] : group.script().usual();
        if (usual.length < Script.SCRIPT_COMMON_MIN) {
            return List.of();
        }
        int first = (group.firstDay() - GAP_DAYS_MAX / 2) / MONTH_DAYS;
        int last = (group.lastDay() + GAP_DAYS_MAX / 2) / MONTH_DAYS;
        List<Trait> keys = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            long sample = sample(usual, band) ^ Keys.of(group.category());
            for (int month = first; month <= Math.min(last, first + MONTHS_MAX); month++) {
                keys.add(key(Keys.mix(sample + month * 31L + band)));
            }
        }
        return keys;
    }

    static Trait key(long key) {
        return new Trait(TraitKind.SCRIPT, key, "", Trait.NOT_IN_STORY, Trait.NOT_IN_STORY);
    }

    private static long sample(int[] usual, int band) {
        long one = Long.MAX_VALUE;
        long other = Long.MAX_VALUE;
        for (int feature : usual) {
            one = Math.min(one, Keys.mix(feature * 64L + 2 * band));
            other = Math.min(other, Keys.mix(feature * 64L + 2 * band + 1));
        }
        return Keys.mix(one) ^ other;
    }
}
