package az.qalxan.engines.threatintel.stix;

import az.qalxan.engines.threatintel.json.ElementPlace;
import az.qalxan.engines.threatintel.json.ElementsReading;
import az.qalxan.engines.threatintel.json.JsonFault;
import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.StrictJson;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges a text that is a bundle or one object: each object as it comes, then what objects of one
 * bundle say together. Memory is needed for one object and a short record of each.
 */
public final class BundleCheck {

    /** Objects are read one by one, so that a bundle may be larger than other JSON. */
    public static final long BYTES_MAX = 4L << 30;

    private static final String OBJECTS = "objects";

    private final StrictJson json;
    private final StixCheck check;

    public BundleCheck(StixCheck check) {
        this(check, JsonLimits.USUAL.withBytesMax(BYTES_MAX));
    }

    public BundleCheck(StixCheck check, JsonLimits limits) {
        this.json = new StrictJson(limits);
        this.check = check;
    }

    /** One finding, and in which line its object begins. */
    public record Located(StixFinding finding, long line) {}

    /**
     * What was judged.
     *
     * @param objects how many
     * @param broken how many findings break a MUST
     */
    public record Verdict(long objects, long broken, long advice) {

        public boolean valid() {
            return broken == 0;
        }
    }

    /** Judges what the stream holds; does not close it. */
    public Verdict judge(InputStream in, Consumer<Located> findings) {
        Run run = new Run(findings);
        switch (json.elements(in, OBJECTS, run::take)) {
            case ElementsReading.Ended(ObjectNode rest, boolean found, long count) ->
                    run.end(rest, found);
            case ElementsReading.Refused(JsonFault fault, long count) -> run.refused(fault);
            case ElementsReading.Stopped stopped -> throw new IllegalStateException("never stops");
        }
        return new Verdict(run.objects, run.broken, run.advice);
    }

    /** One text being judged. */
    private final class Run {

        private final Consumer<Located> findings;
        private final Together together = new Together();
        private long objects;
        private long broken;
        private long advice;

        Run(Consumer<Located> findings) {
            this.findings = findings;
        }

        boolean take(JsonNode element, ElementPlace place) {
            objects++;
            String outer = "/" + OBJECTS + '/' + place.index();
            tell(check.judge(element), outer, place.line());
            if (element instanceof ObjectNode object) {
                tell(together.judge(object), outer, place.line());
            }
            return true;
        }

        void end(ObjectNode rest, boolean found) {
            if (rest.path("type").asString("").equals("bundle")) {
                tell(Bundles.judge(rest, found, objects), "", 1);
                return;
            }
            if (found) {
                Judging judging = new Judging();
                judging.broken(
                        StixRule.BUNDLE,
                        Place.WHOLE,
                        "a list of objects, and the type is not bundle");
                tell(judging.findings(), "", 1);
                return;
            }
            objects = 1;
            tell(check.judge(rest), "", 1);
        }

        void refused(JsonFault fault) {
            StixFinding finding =
                    new StixFinding(
                            StixRule.NOT_JSON,
                            StixRule.NOT_JSON.clause(),
                            fault.pointer(),
                            "line %d, column %d: %s"
                                    .formatted(fault.line(), fault.column(), fault.words()));
            tell(List.of(finding), "", fault.line());
        }

        private void tell(List<StixFinding> found, String outer, long line) {
            for (StixFinding finding : found) {
                if (finding.rule().must()) {
                    broken++;
                } else {
                    advice++;
                }
                findings.accept(
                        new Located(outer.isEmpty() ? finding : finding.below(outer), line));
            }
        }
    }

    /** The bundle around the objects (§8). */
    private static final class Bundles {

        static List<StixFinding> judge(ObjectNode bundle, boolean found, long objects) {
            Judging judging = new Judging();
            judging.enter("8");
            if (!bundle.has("id")) {
                judging.brokenHere(StixRule.REQUIRED, Place.WHOLE, "id is missing");
            } else {
                Values.string(bundle.get("id"), Place.WHOLE.member("id"), judging);
                Identifiers.judge(bundle, "bundle", judging);
                Optional.of(bundle.path("id").asString(""))
                        .flatMap(StixId::of)
                        .ifPresent(id -> Identifiers.judgeRandom(id, judging));
            }
            Place list = Place.WHOLE.member(OBJECTS);
            if (found && objects == 0) {
                judging.broken(StixRule.EMPTY_LIST, list, "an empty list: leave it out");
            } else if (bundle.has(OBJECTS)) {
                Values.wrong("a list of objects", bundle.get(OBJECTS), list, judging);
            }
            bundle.forEachEntry((name, value) -> other(name, value, judging));
            return judging.findings();
        }

        private static void other(String name, JsonNode value, Judging judging) {
            if (name.equals("type") || name.equals("id") || name.equals(OBJECTS)) {
                return;
            }
            Place place = Place.WHOLE.member(name);
            if (value.isNull()) {
                judging.broken(StixRule.NULL_VALUE, place, "null stands for nothing: leave it out");
            }
            if (!TextFormats.propertyName(name)) {
                judging.broken(StixRule.PROPERTY_NAME, place, "no name of a property");
            } else {
                judging.broken(StixRule.NOT_APPLICABLE, place, "bundles have no such property");
            }
        }
    }
}
