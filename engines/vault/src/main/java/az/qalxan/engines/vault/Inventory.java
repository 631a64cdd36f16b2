package az.qalxan.engines.vault;

import java.util.List;

/**
 * What a vault holds by its keys and seals; of bodies only the length was looked at.
 *
 * @param erased how many cases have no keys any more on purpose
 * @param bytes of the files that can be read
 * @param troubles what can not
 */
public record Inventory(int cases, int erased, long files, long bytes, List<Trouble> troubles) {

    public Inventory {
        troubles = List.copyOf(troubles);
    }

    /**
     * Something that cannot be read.
     *
     * @param why {@link VaultRefused.Why#ABSENT} where a body is missing or too short
     */
    public record Trouble(String what, VaultRefused.Why why) {}
}
