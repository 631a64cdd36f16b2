package az.qalxan.series;

import az.qalxan.engines.linking.series.SeriesPartition;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A series as one caller sees it, before it is put into words.
 *
 * @param members the oldest first
 * @param bonds how each but one of them hangs in it
 * @param context what explains its links
 * @param whole false when there are more reports than were looked at
 */
record Piece(
        List<VisibleReport> members,
        List<SeriesPartition.Member> bonds,
        LinkContext context,
        boolean whole) {

    private static final Comparator<VisibleReport> OLDEST_FIRST =
            Comparator.comparing((VisibleReport one) -> one.row().reportedAt())
                    .thenComparing(one -> one.id().toString());

    Piece {
        members = members.stream().sorted(OLDEST_FIRST).toList();
        bonds = List.copyOf(bonds);
    }

    boolean holds(UUID report) {
        return members.stream().anyMatch(one -> one.id().equals(report));
    }

    VisibleReport first() {
        return members.getFirst();
    }

    VisibleReport newest() {
        return members.getLast();
    }

    SeriesNumber number() {
        return SeriesNumber.of(first().row().reference());
    }
}
