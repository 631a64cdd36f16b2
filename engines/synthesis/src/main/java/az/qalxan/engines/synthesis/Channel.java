package az.qalxan.engines.synthesis;

import java.util.List;
import java.util.Locale;

/** The ways by which a report arrives, with their percentage. */
enum Channel {
    WEB(62),
    PHONE(14),
    BULK(10),
    ASAN(9),
    API(5);

    private static final Weighted<Channel> ALL = Weighted.of(List.of(values()), c -> c.percent);

    private final String code = name().toLowerCase(Locale.ROOT);
    private final int percent;

    Channel(int percent) {
        this.percent = percent;
    }

    static Channel pick(Dice dice) {
        return ALL.pick(dice);
    }

    String code() {
        return code;
    }
}
