package az.qalxan.cooperation.conversation;

import az.qalxan.cooperation.IncomingRequest;
import az.qalxan.cooperation.paper.Article31Form;
import az.qalxan.cooperation.paper.Authority;
import az.qalxan.cooperation.paper.Letter;
import az.qalxan.cooperation.paper.Office;
import az.qalxan.cooperation.paper.PaperForm;
import az.qalxan.cooperation.paper.PreservationForm;
import az.qalxan.reporting.CleanText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a paper asks, in the fields of a request; empty for a paper that asks nothing. */
final class PaperFields {

    private PaperFields() {}

    static Map<String, String> of(PaperForm form) {
        Map<String, String> fields = new HashMap<>();
        switch (form) {
            case PreservationForm one -> preservation(one, fields);
            case Article31Form one -> subscriber(one, fields);
            case Letter.Emergency one -> emergency(one, fields);
            case Letter ignored -> {}
        }
        if (!fields.isEmpty()) {
            fields.put("handling", form.head().marking().name());
        }
        fields.replaceAll((name, value) -> CleanText.of(value));
        return Map.copyOf(fields);
    }

    private static void preservation(PreservationForm form, Map<String, String> fields) {
        fields.put("kind", "preservation");
        fields.put("reference", form.head().reference());
        authority(form.requesting(), fields);
        fields.put("offence", form.contents().offence());
        fields.put("facts", form.contents().facts());
        fields.put("data", form.contents().data());
        fields.put("custodian", form.contents().custodian());
        fields.put("necessity", form.contents().necessity());
    }

    private static void subscriber(Article31Form form, Map<String, String> fields) {
        fields.put("kind", "subscriber-information");
        fields.put("reference", form.head().reference());
        authority(form.requesting(), fields);
        fields.put("offence", form.contents().offence());
        fields.put("facts", form.contents().facts());
        fields.put("data", form.contents().subscriber() + "\n" + form.contents().wanted());
        fields.put("custodian", form.contents().provider());
        fields.put("necessity", form.contents().necessity());
        fields.put("emergency", String.valueOf(!form.contents().urgency().isBlank()));
    }

    private static void emergency(Letter.Emergency form, Map<String, String> fields) {
        fields.put("kind", "emergency-disclosure");
        fields.put("reference", form.head().reference());
        office(form.correspondence().from(), fields);
        fields.put("zone", form.needed().getZone().getId());
        fields.put("facts", form.danger() + "\n" + form.persons());
        fields.put("data", form.data());
        fields.put("custodian", form.provider());
        fields.put("necessity", form.link());
        fields.put("emergency", "true");
    }

    private static void authority(Authority authority, Map<String, String> fields) {
        office(authority.office(), fields);
        fields.put("zone", authority.zone());
    }

    private static void office(Office office, Map<String, String> fields) {
        fields.put("authority", office.organisation());
        fields.put("person", office.person());
        fields.put("email", office.email());
        fields.put("phone", office.phone());
        fields.put("address", office.address());
    }

    /** The request that those fields make. */
    static IncomingRequest request(Map<String, String> fields, Instant receivedAt) {
        return new IncomingRequest(
                field(fields, "kind"),
                field(fields, "state"),
                field(fields, "authority"),
                field(fields, "zone"),
                field(fields, "reference"),
                field(fields, "person"),
                field(fields, "email"),
                field(fields, "phone"),
                field(fields, "address"),
                field(fields, "offence"),
                field(fields, "facts"),
                field(fields, "data"),
                field(fields, "custodian"),
                field(fields, "necessity"),
                field(fields, "emergency").equals("true"),
                field(fields, "handling"),
                receivedAt);
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
