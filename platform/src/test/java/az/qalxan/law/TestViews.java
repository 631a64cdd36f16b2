package az.qalxan.law;

import az.qalxan.engines.law.StateCode;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Views of the law for tests. */
final class TestViews {

    private static final LocalDate DAY = LocalDate.parse("2026-11-27");

    private TestViews() {}

    static LawView of(Known known) {
        return new LawView(known, new AsOf(DAY, null, DAY, ZoneOffset.UTC), new StateCode("AZ"));
    }
}
