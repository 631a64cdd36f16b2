package az.qalxan.engines.threatintel.csaf;

import az.qalxan.engines.threatintel.csaf.DecisionPoints.Point;
import java.time.Instant;
import java.util.List;

/** SSVC selection lists. */
final class SsvcTests {

    private static final Shape SHAPE = Shape.of("ssvc.shape");
    private static final DecisionPoints POINTS = DecisionPoints.shipped();

    private SsvcTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.46", (d, f) -> each(d, (v, s) -> SHAPE.breaches(s, "ssvc", f)));
        tests.only21("6.1.47", SsvcTests::targets);
        tests.only21("6.1.48", (d, f) -> selections(d, (s, n) -> points(s, n, f)));
        tests.only21("6.2.34", (d, f) -> selections(d, (s, n) -> unregistered(s, n, f)));
        tests.only21("6.2.35", (d, f) -> when(d.isClear(), d, (s, n) -> unregistered(s, n, f)));
        tests.only21("6.2.36", (d, f) -> when(d.isClear(), d, (s, n) -> extended(s, n, f)));
        tests.only21("6.2.37", SsvcTests::resources);
        tests.only21("6.3.13", SsvcTests::oldVersions);
        tests.only21("6.3.14", (d, f) -> when(!d.isClear(), d, (s, n) -> unregistered(s, n, f)));
        tests.only21("6.3.15", (d, f) -> when(!d.isClear(), d, (s, n) -> extended(s, n, f)));
    }

    static Shape shape() {
        return SHAPE;
    }

    private interface Judge {
        void judge(At vulnerability, At ssvc);
    }

    private interface SelectionJudge {
        void judge(At selection, SsvcNamespace namespace);
    }

    private static void each(Document d, Judge judge) {
        for (At v : d.vulnerabilities()) {
            for (Metric m : d.metrics(v)) {
                if (m.content().has("ssvc_v2")) {
                    judge.judge(v, m.content().at("ssvc_v2"));
                }
            }
        }
    }

    private static void selections(Document d, SelectionJudge judge) {
        each(d, (v, ssvc) -> selections(ssvc, judge));
    }

    private static void selections(At ssvc, SelectionJudge judge) {
        for (At selection : ssvc.each("selections")) {
            SsvcNamespace namespace = SsvcNamespace.of(selection.text("namespace"));
            if (namespace != null) {
                judge.judge(selection, namespace);
            }
        }
    }

    private static void when(boolean applies, Document d, SelectionJudge judge) {
        if (applies) {
            selections(d, judge);
        }
    }

    private static void targets(Document d, Findings f) {
        String id = d.tracking().text("id");
        boolean many = d.vulnerabilities().size() > 1;
        each(
                d,
                (v, ssvc) -> {
                    List<String> ids = v.each("ids").stream().map(x -> x.text("text")).toList();
                    for (At target : ssvc.each("target_ids")) {
                        String text = target.text();
                        boolean isOwn = text.equals(v.text("cve")) || ids.contains(text);
                        boolean isDocument = text.equals(id) && !many;
                        if (!isOwn && !isDocument || text.equals(id) && many) {
                            f.add(target, "is not an id of the vulnerability");
                        }
                    }
                });
    }

    private static void points(At selection, SsvcNamespace namespace, Findings f) {
        if (!namespace.isRegistered()) {
            return;
        }
        Point point =
                POINTS.find(namespace.base(), selection.text("key"), selection.text("version"));
        if (point == null) {
            if (POINTS.isWhole(namespace.base())) {
                f.add(selection, "no such decision point in this version");
            }
            return;
        }
        int last = -1;
        for (At value : selection.each("values")) {
            int place = point.values().indexOf(value.text("key"));
            if (place < 0) {
                f.add(value, "the decision point has no such value");
            } else if (place <= last) {
                f.add(value, "not in the order of the definition");
            }
            last = Math.max(last, place);
        }
    }

    private static void unregistered(At selection, SsvcNamespace namespace, Findings f) {
        if (!namespace.isRegistered() && !namespace.isSpecial()) {
            f.add(selection.at("namespace"), "the namespace is not registered");
        }
    }

    private static void extended(At selection, SsvcNamespace namespace, Findings f) {
        if (namespace.isExtended() && !namespace.isSpecial()) {
            f.add(selection.at("namespace"), "the namespace is extended");
        }
    }

    private static void resources(Document d, Findings f) {
        each(
                d,
                (v, ssvc) ->
                        selections(
                                ssvc,
                                (selection, namespace) -> {
                                    String full = selection.text("namespace");
                                    boolean isPlain =
                                            namespace.isSpecial()
                                                    || namespace.isRegistered()
                                                            && !namespace.isExtended();
                                    if (!isPlain && !isTold(ssvc, full)) {
                                        f.add(
                                                ssvc.at("decision_point_resources"),
                                                "none for " + full);
                                    }
                                }));
    }

    private static boolean isTold(At ssvc, String namespace) {
        return ssvc.each("decision_point_resources").stream()
                .anyMatch(r -> r.text("summary").contains(namespace));
    }

    private static void oldVersions(Document d, Findings f) {
        each(
                d,
                (v, ssvc) -> {
                    Instant time = Times.of(ssvc.text("timestamp"));
                    if (time != null) {
                        selections(ssvc, (s, n) -> oldVersion(s, n, time, f));
                    }
                });
    }

    private static void oldVersion(
            At selection, SsvcNamespace namespace, Instant time, Findings f) {
        DocumentVersion newest = POINTS.newest(namespace.base(), selection.text("key"), time);
        DocumentVersion used = DocumentVersion.of(selection.text("version"));
        if (namespace.isRegistered() && newest != null && !newest.equals(used)) {
            f.add(selection.at("version"), "at that time another version was the newest");
        }
    }
}
