package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from and how far it can be relied on.
 *
 * @param sources identifiers of {@link Source}; never empty
 * @param retrieved the day on which somebody looked
 * @param note what a reader of the fact must know, may be empty
 */
public record Citation(
        List<String> sources, Standing standing, @Nullable LocalDate retrieved, String note) {

    public Citation {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a fact needs at least one source");
        }
    }
}
