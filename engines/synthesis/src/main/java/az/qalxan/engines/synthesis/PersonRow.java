package az.qalxan.engines.synthesis;

import java.util.List;

/**
 * One row about an invented person, as some clerk or form wrote it.
 *
 * @param person number of the person, the truth that a linking engine must not be told
 * @param cells the columns of {@link SyntheticPeople#COLUMNS} without the first
 */
public record PersonRow(int person, List<String> cells) {

    /** Copies the list. */
    public PersonRow {
        cells = List.copyOf(cells);
    }
}
