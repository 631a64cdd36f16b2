package az.qalxan.cooperation;

import az.qalxan.web.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A moment where somebody else's clocks stand, with the zone beside it. */
final class ZoneTime {

    private ZoneTime() {}

    static String words(Instant at, ZoneId zone, Text text) {
        ZonedDateTime there = at.atZone(zone);
        String time =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", text.language().locale())
                        .format(there);
        return time + " (" + offset(there) + ", " + zone.getId() + ")";
    }

    private static String offset(ZonedDateTime there) {
        String id = there.getOffset().getId();
        return id.equals("Z") ? "UTC" : "UTC" + id;
    }
}
