package az.qalxan.engines.law;

/** One of the dated steps by which a state comes to be bound, or ceases to be. */
public enum TreatyStep {
    SIGNATURE("imza", "signature"),
    VOTE("parlamentin səsverməsi", "vote of parliament"),
    PROMULGATION("qanunun imzalanması", "promulgation"),
    DEPOSIT("təsdiqnamənin saxlanca verilməsi", "deposit of the instrument"),
    ENTRY_INTO_FORCE("qüvvəyə minmə", "entry into force"),
    WITHDRAWAL("çıxma", "withdrawal");

    private final Wording wording;

    TreatyStep(String az, String en) {
        this.wording = Wording.of(az, en);
    }

    /** What people call it. */
    public Wording wording() {
        return wording;
    }
}
