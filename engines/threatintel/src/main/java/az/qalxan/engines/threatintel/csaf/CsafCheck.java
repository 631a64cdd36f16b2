package az.qalxan.engines.threatintel.csaf;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Judges CSAF 2.0 and 2.1 documents: the form of the published schema and all tests of chapter 6.
 * May be used by many threads; asks no other machine.
 */
public final class CsafCheck {

    /** CSAF 2.1, annex C: larger documents need not be taken. */
    public static final long DOCUMENT_BYTES_MAX = 50L << 20;

    private final Clock clock;
    private final StrictJson json =
            new StrictJson(JsonLimits.USUAL.withBytesMax(DOCUMENT_BYTES_MAX).withDepthMax(200));
    private final Tests tests = Tests.all();
    private final Shape twoZero = Shape.of("csaf-2.0.shape");
    private final Shape twoOne = Shape.of("csaf-2.1.shape");

    public CsafCheck(Clock clock) {
        this.clock = clock;
    }

    /** Judges a document as it was received. */
    public CsafVerdict check(byte[] bytes) {
        return switch (json.read(bytes)) {
            case JsonReading.Read(JsonNode node) -> check(node);
            case JsonReading.Refused(var fault) ->
                    new CsafVerdict(
                            null,
                            List.of(
                                    new Finding(
                                            Finding.SCHEMA, fault.pointer(), fault.toString())));
        };
    }

    public CsafVerdict check(JsonNode node) {
        At root = At.root(node);
        CsafVersion version = version(root.at("document").text("csaf_version"));
        Findings findings = new Findings();
        findings.begin(Finding.SCHEMA);
        if (version == null) {
            findings.add(root.at("document").at("csaf_version"), "neither 2.0 nor 2.1");
            return new CsafVerdict(null, findings.all());
        }
        (version == CsafVersion.V2_1 ? twoOne : twoZero).breaches(root, "root", findings);
        Document document = new Document(root, version, clock.instant());
        for (Tests.Numbered test : tests.of(version)) {
            findings.begin(test.number());
            test.test().judge(document, findings);
        }
        return new CsafVerdict(version, findings.all());
    }

    private static @Nullable CsafVersion version(String number) {
        for (CsafVersion version : CsafVersion.values()) {
            if (version.number().equals(number)) {
                return version;
            }
        }
        return null;
    }

    /** The numbers of the tests that documents of that edition are put to. */
    public List<String> numbers(CsafVersion version) {
        return tests.of(version).stream().map(Tests.Numbered::number).toList();
    }
}
