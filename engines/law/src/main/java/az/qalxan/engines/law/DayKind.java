package az.qalxan.engines.law;

/** What a day is. */
public enum DayKind {
    WORKING,
    WEEKLY_REST,
    HOLIDAY,
    /** No working day, but no holiday either: no rest day moves because of it. */
    MOURNING,
    /** A weekly rest day that fell on a holiday, moved here. */
    MOVED_REST,
    /** Free because a religious holiday fell on another holiday. */
    ADDED_REST,
    /** Free by decision. */
    DECIDED_REST,
    /** Worked by decision, although it would be free. */
    DECIDED_WORK;

    public boolean working() {
        return this == WORKING || this == DECIDED_WORK;
    }
}
