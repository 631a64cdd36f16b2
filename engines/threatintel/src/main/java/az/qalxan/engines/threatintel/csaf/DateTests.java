package az.qalxan.engines.threatintel.csaf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Times: their form, and how they stand to the newest revision. */
final class DateTests {

    private static final Duration EPSS_AGE_MAX = Duration.ofDays(15);

    private DateTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.37", DateTests::form);
        tests.only21("6.1.45", DateTests::disclosure);
        tests.only21("6.1.49", (d, f) -> metrics(d, "ssvc_v2", f));
        tests.only21("6.1.51", (d, f) -> metrics(d, "epss", f));
        tests.only21("6.1.52", DateTests::exploitation);
        tests.only21("6.1.53", DateTests::exploitedBeforeKnown);
        tests.only21("6.1.62", DateTests::discovery);
        tests.only21("6.2.33", DateTests::pastDisclosure);
        tests.only21("6.2.41", DateTests::oldEpss);
    }

    private static void form(Document d, Findings f) {
        for (At at : all(d)) {
            if (at.isThere() && Times.of(at.text()) == null) {
                f.add(at, "no time as CSAF wants it, such as 2024-01-24T10:00:00.000Z");
            }
        }
    }

    private static List<At> all(Document d) {
        List<At> all = new ArrayList<>();
        At tracking = d.tracking();
        all.add(tracking.at("current_release_date"));
        all.add(tracking.at("initial_release_date"));
        all.add(tracking.at("generator").at("date"));
        tracking.each("revision_history").forEach(r -> all.add(r.at("date")));
        for (At v : d.vulnerabilities()) {
            all.add(v.at("disclosure_date"));
            all.add(v.at("discovery_date"));
            for (String list : List.of("flags", "involvements", "remediations", "threats")) {
                v.each(list).forEach(e -> all.add(e.at("date")));
            }
            for (At e : v.each("first_known_exploitation_dates")) {
                all.add(e.at("date"));
                all.add(e.at("exploitation_date"));
            }
            for (Metric m : d.metrics(v)) {
                all.add(m.content().at("epss").at("timestamp"));
                all.add(m.content().at("ssvc_v2").at("timestamp"));
            }
        }
        return all;
    }

    /** Whether the value is a time after the newest revision. */
    private static boolean isAfterNewest(Document d, At at) {
        Instant time = Times.of(at.text());
        Instant newest = d.newest();
        return time != null && newest != null && time.isAfter(newest);
    }

    private static void late(Document d, At at, Findings f) {
        if (d.isReleased() && isAfterNewest(d, at)) {
            f.add(at, "after the newest revision");
        }
    }

    private static void disclosure(Document d, Findings f) {
        if (d.isClear()) {
            d.vulnerabilities().forEach(v -> late(d, v.at("disclosure_date"), f));
        }
    }

    private static void metrics(Document d, String metric, Findings f) {
        for (At v : d.vulnerabilities()) {
            d.metrics(v).forEach(m -> late(d, m.content().at(metric).at("timestamp"), f));
        }
    }

    private static void exploitation(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At e : v.each("first_known_exploitation_dates")) {
                late(d, e.at("date"), f);
                late(d, e.at("exploitation_date"), f);
            }
        }
    }

    private static void exploitedBeforeKnown(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At e : v.each("first_known_exploitation_dates")) {
                Instant told = Times.of(e.text("date"));
                Instant happened = Times.of(e.text("exploitation_date"));
                if (told != null && happened != null && happened.isAfter(told)) {
                    f.add(e.at("exploitation_date"), "after it was told");
                }
            }
        }
    }

    private static void discovery(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            At at = v.at("discovery_date");
            late(d, at, f);
            Instant discovered = Times.of(at.text());
            Instant disclosed = Times.of(v.text("disclosure_date"));
            if (discovered != null && disclosed != null && discovered.isAfter(disclosed)) {
                f.add(at, "after the disclosure");
            }
        }
    }

    private static void pastDisclosure(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            At at = v.at("disclosure_date");
            Instant disclosed = Times.of(at.text());
            if (disclosed != null && disclosed.isBefore(d.now()) && isAfterNewest(d, at)) {
                f.add(at, "has passed since, but no revision tells of it");
            }
        }
    }

    private static void oldEpss(Document d, Findings f) {
        Instant newest = d.newest();
        if (!d.isReleased() || newest == null) {
            return;
        }
        for (At v : d.vulnerabilities()) {
            At youngest = null;
            Instant best = Instant.MIN;
            for (Metric m : d.metrics(v)) {
                At at = m.content().at("epss").at("timestamp");
                Instant time = Times.of(at.text());
                if (time != null && time.isAfter(best)) {
                    youngest = at;
                    best = time;
                }
            }
            if (youngest != null && best.isBefore(newest.minus(EPSS_AGE_MAX))) {
                f.add(youngest, "more than 15 days older than the newest revision");
            }
        }
    }
}
