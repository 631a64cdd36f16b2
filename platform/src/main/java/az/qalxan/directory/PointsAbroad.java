package az.qalxan.directory;

import az.qalxan.jurisdiction.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other states' points of contact, for the modules that write to them. */
public interface PointsAbroad {

    /**
     * A point of contact as it is known now.
     *
     * @param version of the entry
     * @param networks message keys {@code contact.network.<code>}
     * @param standing what the last attempt to reach it is worth; message key {@code
     *     contact.standing.<code>}
     * @param answered whether it was reached, in this version, not too long ago
     * @param sourced whether the entry was read in the source that it names
     * @param languages ISO 639-1 codes, the one preferred first
     * @param there what the clocks there show
     * @param open message key {@code contact.open.<code>}
     * @param hours its office hours; null when nobody has told them
     * @param channels in the order in which to try them, none of them empty
     * @param note a warning; its texts are empty for none
     */
    record Point(
            UUID id,
            int version,
            String state,
            Words name,
            List<String> networks,
            String standing,
            boolean answered,
            boolean sourced,
            List<String> languages,
            ZonedDateTime there,
            String open,
            @Nullable Hours hours,
            List<Channel> channels,
            Words note) {

        public Point {
            networks = List.copyOf(networks);
            languages = List.copyOf(languages);
            channels = List.copyOf(channels);
        }

        /** The first channel of one of those ways; empty for none. */
        public String first(String... ways) {
            List<String> wanted = List.of(ways);
            return channels.stream()
                    .filter(one -> wanted.contains(one.way()))
                    .map(Channel::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /** Office hours by the clocks there. */
    record Hours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

        public Hours {
            days = Set.copyOf(days);
        }
    }

    /**
     * A way to reach a point.
     *
     * @param way message key {@code contact.way.<way>}
     */
    record Channel(String way, String value, String note) {}

    /**
     * The points of that state (ISO 3166-1 alpha-2), those in a 24/7 network first; empty for those
     * who may not see them. Showing them is recorded.
     */
    List<Point> show(String state);

    /** One of them, when the caller may see it. */
    Optional<Point> point(UUID id);
}
