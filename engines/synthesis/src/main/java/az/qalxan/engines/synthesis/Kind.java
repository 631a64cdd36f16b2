package az.qalxan.engines.synthesis;

import java.util.List;
import java.util.Locale;

/** The kinds of identifier that a report can state. */
enum Kind {
    PHONE(3, 10),
    IBAN(14, 40),
    CARD(10, 30),
    WALLET(15, 60),
    DOMAIN(8, 25),
    URL(8, 25),
    EMAIL(15, 60),
    IP(10, 30),
    HANDLE(15, 60);

    /** The shortest time in days after which a ring changes an identifier of any kind. */
    static final int ROTATION_DAYS_MIN = 3;

    /** Read-only view of the order in which a report goes through them. */
    static final List<Kind> ALL = List.of(values());

    private final String code = name().toLowerCase(Locale.ROOT);
    private final int daysMin;
    private final int daysMax;

    Kind(int daysMin, int daysMax) {
        this.daysMin = daysMin;
        this.daysMax = daysMax;
    }

    String code() {
        return code;
    }

    /** Days for which the ring with this seed uses one identifier of this kind. */
    double rotationDays(long ringSeed) {
        return daysMin + (daysMax - daysMin) * Dice.unit(ringSeed, 0x100 + clock());
    }

    /** Part of a rotation, 0 to 1, that has passed when the ring begins. */
    double rotationPhase(long ringSeed) {
        return Dice.unit(ringSeed, 0x200 + clock());
    }

    /** A link and its domain change together. */
    private int clock() {
        return this == URL ? DOMAIN.ordinal() : ordinal();
    }
}
