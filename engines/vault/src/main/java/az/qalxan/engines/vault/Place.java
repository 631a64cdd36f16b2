package az.qalxan.engines.vault;

/** Where things lie in a vault. */
final class Place {

    static final String CASES = "cases";
    static final String INTAKES = "intakes";
    private static final String INTAKE = ".intake";

    /** Locks are few and stay; who shares one waits a little. */
    private static final int LOCKS = 1024;

    private Place() {}

    static String keys(CaseKey owner) {
        return of(owner) + "/keys";
    }

    static String erased(CaseKey owner) {
        return of(owner) + "/erased";
    }

    static String seals(CaseKey owner) {
        return of(owner) + "/seals";
    }

    static String seal(StoredId id) {
        return seals(id.key()) + "/" + id.name();
    }

    static String bodies(CaseKey owner) {
        return of(owner) + "/bodies";
    }

    static String body(CaseKey owner, FileKey key) {
        return bodies(owner) + "/" + key.file();
    }

    private static String of(CaseKey owner) {
        return CASES + "/" + owner;
    }

    static String intake(IntakeId id) {
        return INTAKES + "/" + id + INTAKE;
    }

    static boolean isIntake(String name) {
        return name.endsWith(INTAKE);
    }

    static String idOf(String name) {
        return name.substring(0, name.length() - INTAKE.length());
    }

    static String journal(IntakeId id) {
        return INTAKES + "/" + id + ".journal";
    }

    static String outcome(IntakeId id) {
        return INTAKES + "/" + id + ".end";
    }

    static String lock(IntakeId id) {
        return "intake-" + Math.floorMod(id.value().hashCode(), LOCKS);
    }

    static String lock(CaseKey owner) {
        return "case-" + Math.floorMod(owner.value().hashCode(), LOCKS);
    }
}
