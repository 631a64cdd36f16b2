package az.qalxan.engines.threatintel.csaf;

/** The marking and the sharing group of a document. */
final class SharingTests {

    private static final String MAX = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final String PUBLIC = "Public";
    private static final String NOBODY = "No sharing allowed";

    private SharingTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.38", SharingTests::maxNotClear);
        tests.only21("6.1.39", SharingTests::clearNotMax);
        tests.only21("6.1.40", SharingTests::reservedName);
        tests.only21("6.1.41", SharingTests::missingName);
        tests.only20("6.2.10", SharingTests::missingLabel);
        tests.only21("6.2.28", (d, f) -> uses(d, MAX, f));
        tests.only21("6.2.29", (d, f) -> uses(d, NIL, f));
        tests.only21("6.2.30", SharingTests::groupOfClear);
    }

    private static At group(Document d) {
        return d.document().at("distribution").at("sharing_group");
    }

    private static void maxNotClear(Document d, Findings f) {
        if (group(d).text("id").equals(MAX) && !d.isClear()) {
            f.add(d.document().at("distribution").at("tlp").at("label"), "the group is everybody");
        }
    }

    private static void clearNotMax(Document d, Findings f) {
        String id = group(d).text("id");
        boolean isDraft = id.equals(NIL) && d.status().equals("draft");
        if (group(d).isThere() && d.isClear() && !id.equals(MAX) && !isDraft) {
            f.add(group(d).at("id"), "a clear document is for everybody");
        }
    }

    private static void reservedName(Document d, Findings f) {
        At name = group(d).at("name");
        String id = group(d).text("id");
        boolean isWrong =
                name.text().equals(PUBLIC) && !id.equals(MAX)
                        || name.text().equals(NOBODY) && !id.equals(NIL);
        if (isWrong) {
            f.add(name, "the name is reserved for another id");
        }
    }

    private static void missingName(Document d, Findings f) {
        String id = group(d).text("id");
        String wanted = id.equals(MAX) ? PUBLIC : id.equals(NIL) ? NOBODY : "";
        if (!wanted.isEmpty() && !group(d).text("name").equals(wanted)) {
            f.add(group(d).at("name"), "the id wants the name " + wanted);
        }
    }

    private static void missingLabel(Document d, Findings f) {
        if (d.tlp().isEmpty()) {
            f.add(d.document().at("distribution"), "no TLP label");
        }
    }

    private static void uses(Document d, String id, Findings f) {
        if (group(d).text("id").equals(id)) {
            f.add(group(d).at("id"), "an id without a group");
        }
    }

    private static void groupOfClear(Document d, Findings f) {
        if (group(d).isThere() && d.isClear()) {
            f.add(group(d), "a clear document needs no group");
        }
    }
}
