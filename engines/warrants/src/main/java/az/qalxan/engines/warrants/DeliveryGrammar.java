package az.qalxan.engines.warrants;

import static az.qalxan.engines.warrants.Lexical.*;

/** The parts of deliveries and of traffic policies; the latter are only carried. */
final class DeliveryGrammar {

    private static final Shape.In OUT = new Shape.In(Namespaces.DELIVERY);
    private static final Shape.In TRAFFIC = new Shape.In(Namespaces.TRAFFIC);
    private static final Shape.In TYPES = new Shape.In(Namespaces.TYPES);

    static final Shape REFERENCE =
            OUT.choice("Reference", OUT.one("LDID", LDID), OUT.one("LIID", LIID));
    static final Shape BINARY =
            OUT.sequence(
                    "EmbeddedBinaryData",
                    OUT.one("Data", BASE64),
                    OUT.maybe("ContentType", SHORT_STRING),
                    OUT.maybe("Checksum", SHORT_STRING),
                    OUT.maybe("ChecksumType", SHORT_STRING));
    private static final Shape SCHEMA_CONTENT =
            OUT.sequence("SchemaContent", OUT.one("schema", Kind.Free.ANYTHING));
    private static final Shape MANIFEST_CONTENTS =
            OUT.choice(
                    "ManifestContents",
                    OUT.one("BinaryData", BINARY),
                    OUT.one("XMLSchema", SCHEMA_CONTENT));
    private static final Shape EXTERNAL_SCHEMA =
            OUT.sequence(
                    "ExternalSchema",
                    OUT.maybe("ManifestID", LONG_STRING),
                    OUT.maybe("ManifestContents", MANIFEST_CONTENTS));
    static final Shape MANIFEST =
            OUT.choice(
                    "Manifest",
                    OUT.one("Specification", new Kind.Entry("ManifestSpecification")),
                    OUT.one("ExternalSchema", EXTERNAL_SCHEMA));
    static final Shape CONTENT =
            OUT.choice(
                    "Delivery",
                    OUT.one("BinaryData", BINARY),
                    OUT.one("XMLData", Kind.Free.OTHER_NAMESPACES));
    static final Shape DELIVERY_OBJECT =
            Grammar.OBJECT.extendedBy(
                    OUT,
                    "DeliveryObject",
                    OUT.maybe("Reference", REFERENCE),
                    OUT.maybe("DeliveryID", UUID),
                    OUT.maybe("SequenceNumber", COUNT),
                    OUT.maybe("LastSequence", BOOLEAN),
                    OUT.maybe("Manifest", MANIFEST),
                    OUT.maybe("Delivery", CONTENT));

    static final Shape TRAFFIC_POLICY =
            Grammar.OBJECT.extendedBy(
                    TRAFFIC,
                    "TrafficPolicyObject",
                    TRAFFIC.maybe("TrafficPolicyName", SHORT_STRING),
                    TRAFFIC.maybe(
                            "TrafficRules",
                            TRAFFIC.sequence(
                                    "ListOfTrafficRuleReferences",
                                    TRAFFIC.some(
                                            "TrafficRuleReference",
                                            TRAFFIC.sequence(
                                                    "TrafficRuleReference",
                                                    TRAFFIC.one("Order", ORDINAL),
                                                    TRAFFIC.one("ObjectIdentifier", UUID))))));
    static final Shape IP_RANGE =
            TYPES.choice(
                    "IPCIDR", TYPES.one("IPv4CIDR", IPV4_RANGE), TYPES.one("IPv6CIDR", IPV6_RANGE));
    static final Shape IP_CRITERIA =
            TRAFFIC.sequence(
                    "IPPolicyCriteria",
                    TRAFFIC.maybe("IPProtocol", COUNT),
                    TRAFFIC.maybe("SourceIPRange", IP_RANGE),
                    TRAFFIC.maybe("SourcePortRange", TaskGrammar.PORT_RANGE),
                    TRAFFIC.maybe("DestinationIPRange", IP_RANGE),
                    TRAFFIC.maybe("DestinationPortRange", TaskGrammar.PORT_RANGE),
                    TRAFFIC.maybe("BothDirections", BOOLEAN));
    static final Shape TRAFFIC_RULE =
            Grammar.OBJECT.extendedBy(
                    TRAFFIC,
                    "TrafficRuleObject",
                    TRAFFIC.maybe(
                            "Criteria",
                            TRAFFIC.sequence(
                                    "ListOfTrafficCriteria",
                                    TRAFFIC.some(
                                            "Criteria",
                                            TRAFFIC.choice(
                                                    "TrafficCriteria",
                                                    TRAFFIC.one(
                                                            "IPPolicyCriteria", IP_CRITERIA))))),
                    TRAFFIC.entry("Action", "TrafficAction"));

    private DeliveryGrammar() {}
}
