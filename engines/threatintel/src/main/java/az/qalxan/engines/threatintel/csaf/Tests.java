package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tests of chapter 6 of both editions, by number. */
final class Tests {

    record Numbered(String number, CsafTest test) {}

    private final List<Numbered> twoZero = new ArrayList<>();
    private final List<Numbered> twoOne = new ArrayList<>();

    private Tests() {}

    static Tests all() {
        Tests tests = new Tests();
        ProductTests.register(tests);
        StatusTests.register(tests);
        CvssTests.register(tests);
        WeaknessTests.register(tests);
        LanguageTests.register(tests);
        RevisionTests.register(tests);
        DateTests.register(tests);
        ProfileTests.register(tests);
        ReportProfileTests.register(tests);
        CorrespondenceTests.register(tests);
        BranchTests.register(tests);
        RangeTests.register(tests);
        IdentificationTests.register(tests);
        IdentificationAgreement.register(tests);
        SharingTests.register(tests);
        SsvcTests.register(tests);
        LicenseTests.register(tests);
        ExtensionTests.register(tests);
        DocumentTests.register(tests);
        UrlTests.register(tests);
        WordingTests.register(tests);
        tests.twoZero.sort(ORDER);
        tests.twoOne.sort(ORDER);
        return tests;
    }

    List<Numbered> of(CsafVersion version) {
        return switch (version) {
            case V2_0 -> twoZero;
            case V2_1 -> twoOne;
        };
    }

    /** A test that both editions have under the same number. */
    void both(String number, CsafTest test) {
        only20(number, test);
        only21(number, test);
    }

    void only20(String number, CsafTest test) {
        twoZero.add(new Numbered(number, test));
    }

    void only21(String number, CsafTest test) {
        twoOne.add(new Numbered(number, test));
    }

    private static final Comparator<Numbered> ORDER =
            Comparator.comparing(Numbered::number, Tests::compare);

    private static int compare(String a, String b) {
        String[] as = a.split("\\.");
        String[] bs = b.split("\\.");
        for (int i = 0; i < Math.min(as.length, bs.length); i++) {
            int order = Integer.compare(Integer.parseInt(as[i]), Integer.parseInt(bs[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(as.length, bs.length);
    }
}
