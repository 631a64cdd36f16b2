package az.qalxan.series;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of series.
 *
 * @param next where the next page starts; null behind the last one
 */
public record SeriesList(List<SeriesRow> rows, @Nullable SeriesPlace next) {

    public SeriesList {
        rows = List.copyOf(rows);
    }
}
