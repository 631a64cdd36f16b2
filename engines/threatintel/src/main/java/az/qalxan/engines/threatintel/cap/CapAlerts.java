package az.qalxan.engines.threatintel.cap;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Makes a warning of elements that were checked. */
final class CapAlerts {

    static final List<String> ALERT_DETAILS =
            List.of(
                    "source",
                    "restriction",
                    "addresses",
                    "code",
                    "note",
                    "references",
                    "incidents");
    static final List<String> INFO_DETAILS =
            List.of(
                    "responseType",
                    "audience",
                    "effective",
                    "onset",
                    "expires",
                    "senderName",
                    "headline",
                    "description",
                    "instruction",
                    "web",
                    "contact");
    static final List<String> RESOURCE_DETAILS = List.of("size", "uri", "derefUri", "digest");
    static final List<String> AREA_SHAPES = List.of("polygon", "circle", "altitude", "ceiling");

    /** What the standard says of a warning without a language. */
    private static final String LANGUAGE = "en-US";

    private CapAlerts() {}

    /** These, each of which has one of the names. */
    static List<CapValue> named(List<CapValue> values, List<String> names) {
        for (CapValue value : values) {
            if (!names.contains(value.name())) {
                throw new IllegalArgumentException(value.name() + " is none of " + names);
            }
        }
        return List.copyOf(values);
    }

    static CapAlert of(CapElement alert) {
        return new CapAlert(
                alert.first("identifier"),
                alert.first("sender"),
                OffsetDateTime.parse(alert.first("sent")),
                alert.word("status", CapAlert.Status.class),
                alert.word("msgType", CapAlert.MessageType.class),
                alert.word("scope", CapAlert.Scope.class),
                alert.values(ALERT_DETAILS),
                alert.all("info").stream().map(CapAlerts::info).toList());
    }

    private static CapMessage info(CapElement info) {
        String language = info.first("language");
        return new CapMessage(
                language.isEmpty() ? LANGUAGE : language,
                info.all("category").stream()
                        .map(one -> one.text().toUpperCase(Locale.ROOT))
                        .map(CapMessage.Category::valueOf)
                        .toList(),
                info.first("event"),
                info.word("urgency", CapMessage.Urgency.class),
                info.word("severity", CapMessage.Severity.class),
                info.word("certainty", CapMessage.Certainty.class),
                info.values(INFO_DETAILS),
                info.pairs("eventCode"),
                info.pairs("parameter"),
                info.all("resource").stream().map(CapAlerts::resource).toList(),
                info.all("area").stream().map(CapAlerts::area).toList());
    }

    private static CapResource resource(CapElement resource) {
        return new CapResource(
                resource.first("resourceDesc"),
                resource.first("mimeType"),
                resource.values(RESOURCE_DETAILS));
    }

    private static CapArea area(CapElement area) {
        return new CapArea(area.first("areaDesc"), area.values(AREA_SHAPES), area.pairs("geocode"));
    }
}
