package az.qalxan.cooperation;

import az.qalxan.web.Text;
import java.time.Duration;
import java.time.Instant;

/** How long it is until a moment, or since it passed, in words. */
final class Remaining {

    private static final long MINUTES_A_DAY = 24 * 60;

    private Remaining() {}

    static String words(Instant at, Instant now, Text text) {
        boolean past = !now.isBefore(at);
        long minutes = Duration.between(past ? at : now, past ? now : at).toMinutes();
        String side = past ? "duty.over." : "duty.left.";
        if (minutes >= 3 * MINUTES_A_DAY) {
            return text.of(side + "days", text.number(minutes / MINUTES_A_DAY));
        }
        if (minutes >= MINUTES_A_DAY) {
            return text.of(
                    side + "days-hours", minutes / MINUTES_A_DAY, minutes % MINUTES_A_DAY / 60);
        }
        if (minutes >= 60) {
            return text.of(side + "hours", minutes / 60, minutes % 60);
        }
        return text.of(side + "minutes", minutes);
    }

    /** Past, soon or later, as classes of the style sheet: nar, saf, none. */
    static String tone(Instant at, Instant now) {
        if (!now.isBefore(at)) {
            return "nar";
        }
        return now.plusSeconds(3_600).isAfter(at) ? "saf" : "";
    }
}
