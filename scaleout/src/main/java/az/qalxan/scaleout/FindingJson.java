package az.qalxan.scaleout;

import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.MatchedValue;
import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Findings as {@code ./qalxan detect --json} prints them, to the byte. */
final class FindingJson {

    private static final JsonFactory JSON = new JsonFactory();

    private FindingJson() {}

    static byte[] of(Finding finding, Origin origin) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            origin.write(out);
            rule(out, finding.rule());
            out.writeArrayFieldStart("matched");
            for (MatchedValue value : finding.values()) {
                out.writeStartObject();
                out.writeStringField("field", value.field());
                out.writeStringField("value", value.value());
                out.writeFieldName("span");
                out.writeArray(new int[] {value.span().from(), value.span().until()}, 0, 2);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static byte[] of(CorrelationFinding finding) throws IOException {
        List<Origin> events = finding.events().stream().map(Origin::of).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            if (!events.isEmpty()) {
                events.getLast().write(out);
            }
            rule(out, finding.header());
            reckoned(out, finding);
            Origin.write(out, events);
            if (finding.partial()) {
                out.writeBooleanField("partial", true);
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void reckoned(JsonGenerator out, CorrelationFinding finding) throws IOException {
        out.writeBooleanField("correlation", true);
        out.writeStringField("type", finding.rule().type().name().toLowerCase(Locale.ROOT));
        out.writeObjectFieldStart("group");
        for (CorrelationFinding.GroupValue one : finding.group()) {
            out.writeStringField(one.field(), one.value());
        }
        out.writeEndObject();
        out.writeNumberField("value", finding.value());
        out.writeNumberField("count", finding.count());
        out.writeStringField("from", finding.from().toString());
        out.writeStringField("at", finding.at().toString());
    }

    private static void rule(JsonGenerator out, RuleHeader rule) throws IOException {
        out.writeStringField("rule_id", rule.id());
        out.writeStringField("level", rule.level().name().toLowerCase(Locale.ROOT));
        out.writeStringField("title", rule.title());
        out.writeStringField("author", rule.author());
        out.writeStringField("license", rule.license());
        out.writeArrayFieldStart("tags");
        for (String tag : rule.tags()) {
            out.writeString(tag);
        }
        out.writeEndArray();
    }
}
