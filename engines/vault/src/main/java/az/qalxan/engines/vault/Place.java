package az.qalxan.engines.vault;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Where things lie in a vault. */
final class Place {

    private static final String CASES = "cases";
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

    /** All intakes that were begun and not dropped. */
    static List<IntakeId> intakes(VaultFiles files) throws IOException {
        return files.list(INTAKES).stream()
                .filter(name -> name.endsWith(INTAKE))
                .map(name -> name.substring(0, name.length() - INTAKE.length()))
                .map(id -> new IntakeId(UUID.fromString(id)))
                .toList();
    }

    /** All cases that ever had a file, erased ones too. */
    static List<CaseKey> cases(VaultFiles files) throws IOException {
        return files.list(CASES).stream().map(name -> new CaseKey(UUID.fromString(name))).toList();
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
