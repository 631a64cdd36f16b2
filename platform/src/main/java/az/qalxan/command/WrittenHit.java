package az.qalxan.command;

import az.qalxan.engines.detection.indicator.IndicatorHit;
import az.qalxan.engines.detection.indicator.IndicatorOrigin;
import az.qalxan.engines.detection.indicator.ThreatIndicator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A hit of an indicator as a finding of one line: it has what a rule's finding has, and itself. */
final class WrittenHit {

    /** STIX 2.1, appendix A, "None / Low / Med / High": where the levels of confidence begin. */
    private static final int LOW = 1;

    private static final int MEDIUM = 30;
    private static final int HIGH = 70;

    private WrittenHit() {}

    static byte[] of(IndicatorHit hit, long line) {
        ThreatIndicator indicator = hit.indicator();
        String value = indicator.value().text();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", line);
        entry.put("rule_id", "indicator");
        entry.put("level", level(indicator.origin().confidence()));
        entry.put("title", kind(indicator) + " " + value);
        entry.put("author", indicator.origin().source());
        entry.put("indicator", indicator(indicator));
        entry.put("matched", hit.values().stream().map(DetectRun::written).toList());
        return JsonMapper.shared().writeValueAsString(entry).getBytes(StandardCharsets.UTF_8);
    }

    private static String kind(ThreatIndicator indicator) {
        return indicator.value().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String level(int confidence) {
        if (confidence == IndicatorOrigin.UNSAID) {
            return "medium";
        }
        if (confidence < MEDIUM) {
            return confidence < LOW ? "informational" : "low";
        }
        return confidence < HIGH ? "medium" : "high";
    }

    /** What its source does not say is left out. */
    private static Map<String, Object> indicator(ThreatIndicator indicator) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", kind(indicator));
        told.put("value", indicator.value().text());
        told.put("source", indicator.origin().source());
        if (indicator.origin().confidence() != IndicatorOrigin.UNSAID) {
            told.put("confidence", indicator.origin().confidence());
        }
        if (!indicator.origin().handling().isEmpty()) {
            told.put("handling", indicator.origin().handling());
        }
        if (!indicator.lifetime().from().equals(Instant.MIN)) {
            told.put("valid_from", indicator.lifetime().from().toString());
        }
        if (!indicator.lifetime().until().equals(Instant.MAX)) {
            told.put("valid_until", indicator.lifetime().until().toString());
        }
        if (!indicator.id().equals(ThreatIndicator.NAMELESS)) {
            told.put("id", indicator.id().toString());
        }
        return told;
    }
}
