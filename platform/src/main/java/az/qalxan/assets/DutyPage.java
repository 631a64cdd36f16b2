package az.qalxan.assets;

import az.qalxan.directory.Organisation;
import java.util.List;

/**
 * What runs out next for a body, the next first.
 *
 * @param more whether the list ended before everything
 * @param past how many clocks of the list have run out
 * @param keepers organisations to send to
 * @param defaultBasis the legal basis that a proposal is sent with unless somebody chooses another
 */
record DutyPage(
        List<Row> rows,
        boolean more,
        long past,
        List<Organisation> keepers,
        List<AssetsPack.Basis> bases,
        String defaultBasis,
        AssetsPack.ClockRule send,
        AssetsPack.ClockRule response) {

    DutyPage {
        rows = List.copyOf(rows);
        keepers = List.copyOf(keepers);
        bases = List.copyOf(bases);
    }

    /**
     * A freeze with a running clock.
     *
     * @param keeper code of the organisation to which a draft would go; empty when somebody must
     *     choose
     */
    record Row(FreezeLine line, String keeper) {}
}
