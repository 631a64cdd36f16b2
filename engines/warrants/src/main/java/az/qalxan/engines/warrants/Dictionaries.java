package az.qalxan.engines.warrants;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** ETSI's closed dictionaries: which values exist; the words for them belong to the pages. */
public final class Dictionaries {

    private static final Set<String> APPROVALS =
            Set.of(
                    "AwaitingApproval",
                    "EmergencyApproval",
                    "Approved",
                    "Rejected",
                    "Suspended",
                    "Cancelled",
                    "Expired");
    private static final Set<String> DOCUMENT_STATES =
            Set.of("AwaitingApproval", "Approved", "Rejected", "Suspended", "Cancelled", "Expired");
    private static final Set<String> TASK_STATES =
            Set.of(
                    "AwaitingApproval",
                    "AwaitingProvisioning",
                    "Active",
                    "Rejected",
                    "Suspended",
                    "Cancelled",
                    "Expired");
    private static final Set<String> DISCLOSURES =
            Set.of("AwaitingApproval", "AwaitingDisclosure", "Disclosed", "Rejected", "Cancelled");

    private static final Map<String, Set<String>> ALL =
            Map.ofEntries(
                    Map.entry(
                            "ObjectType",
                            Set.of(
                                    "Authorisation",
                                    "Document",
                                    "Notification",
                                    "Task",
                                    "LDTask",
                                    "Delivery")),
                    Map.entry("AuthorisationLegalType", Set.of("Manual")),
                    Map.entry("AuthorisationPriority", Set.of("High", "Routine")),
                    Map.entry("AuthorisationStatus", and(APPROVALS, "Invalid")),
                    Map.entry("AuthorisationDesiredStatus", APPROVALS),
                    Map.entry("AuthorisationFlag", Set.of("IsEmergency", "IsConsensual", "IsTest")),
                    Map.entry("AuthorisationTypeOfCase", Set.of("NotSpecified")),
                    Map.entry("DocumentStatus", and(DOCUMENT_STATES, "Invalid")),
                    Map.entry("DocumentDesiredStatus", DOCUMENT_STATES),
                    Map.entry("DocumentType", Set.of("Warrant")),
                    Map.entry("NotificationType", Set.of("General")),
                    Map.entry("TrafficAction", Set.of("PDSR", "PDHR", "NotDelivered")),
                    Map.entry("TaskStatus", and(TASK_STATES, "Error", "Invalid")),
                    Map.entry("TaskDesiredStatus", TASK_STATES),
                    Map.entry("TaskServiceType", Set.of()),
                    Map.entry("TaskDeliveryType", Set.of("IRIOnly", "CCOnly", "IRIandCC")),
                    Map.entry(
                            "HandoverFormat",
                            Set.of(
                                    "TS102232-2",
                                    "TS102232-3",
                                    "TS102232-4",
                                    "TS102232-5",
                                    "TS102232-6",
                                    "TS102232-7")),
                    Map.entry("TaskFlag", Set.of("IsTest", "IsEmergency", "IsNonLocal", "IsLocal")),
                    Map.entry(
                            "LDTaskStatus",
                            and(DISCLOSURES, "DisclosureNotAvailable", "Error", "Invalid")),
                    Map.entry("LDTaskDesiredStatus", DISCLOSURES),
                    Map.entry("RequestType", Set.of()),
                    Map.entry(
                            "LDHandoverFormat",
                            Set.of("TS102657", "EncapsulatedTS102657", "TS103120", "TS103707")),
                    Map.entry(
                            "LDTaskFlag", Set.of("IsTest", "IsEmergency", "IsNonLocal", "IsLocal")),
                    Map.entry("ManifestSpecification", Set.of("TS102657-ASN.1", "TS102657-XML")));

    /** Values that earlier editions had or the dictionaries forgot; they are met in the wild. */
    private static final Map<String, Set<String>> TOLERATED =
            Map.of(
                    "AuthorisationStatus", Set.of("Active"),
                    "AuthorisationDesiredStatus", Set.of("Active"),
                    "ObjectType", Set.of("LITask", "TrafficPolicy", "TrafficRule"));

    private Dictionaries() {}

    /** All of them, sorted: the name and its values. */
    public static Map<String, Set<String>> all() {
        Map<String, Set<String>> sorted = new TreeMap<>();
        ALL.forEach((name, values) -> sorted.put(name, new TreeSet<>(values)));
        return sorted;
    }

    static boolean exists(String dictionary) {
        return ALL.containsKey(dictionary);
    }

    /** Whether it is open (no values are listed), lists the value, or did once. */
    static Membership membership(String dictionary, String value) {
        Set<String> values = ALL.getOrDefault(dictionary, Set.of());
        if (values.isEmpty() || values.contains(value)) {
            return Membership.LISTED;
        }
        return TOLERATED.getOrDefault(dictionary, Set.of()).contains(value)
                ? Membership.TOLERATED
                : Membership.UNKNOWN;
    }

    static String listed(String dictionary) {
        return String.join(", ", new TreeSet<>(ALL.getOrDefault(dictionary, Set.of())));
    }

    enum Membership {
        LISTED,
        TOLERATED,
        UNKNOWN
    }

    private static Set<String> and(Set<String> values, String... more) {
        Set<String> all = new TreeSet<>(values);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
