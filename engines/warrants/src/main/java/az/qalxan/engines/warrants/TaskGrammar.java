package az.qalxan.engines.warrants;

import static az.qalxan.engines.warrants.Lexical.*;

/** The parts of tasks: requests for stored data, and interceptions, which are only carried. */
final class TaskGrammar {

    private static final Shape.In TASK = new Shape.In(Namespaces.TASK);
    private static final Shape.In TYPES = new Shape.In(Namespaces.TYPES);

    static final Shape IP_ADDRESS =
            TYPES.choice(
                    "IPAddress", TYPES.one("IPv4Address", IPV4), TYPES.one("IPv6Address", IPV6));
    static final Shape PORT =
            TYPES.choice("Port", TYPES.one("TCPPort", TCP_PORT), TYPES.one("UDPPort", UDP_PORT));
    static final Shape PORT_RANGE =
            TYPES.choice(
                    "PortRange",
                    TYPES.one(
                            "TCPPortRange",
                            TYPES.sequence(
                                    "TCPPortRange",
                                    TYPES.one("start", TCP_PORT),
                                    TYPES.one("end", TCP_PORT))),
                    TYPES.one(
                            "UDPPortRange",
                            TYPES.sequence(
                                    "UDPPortRange",
                                    TYPES.one("start", UDP_PORT),
                                    TYPES.one("end", UDP_PORT))));
    static final Shape DELIVERY_ADDRESS =
            TASK.choice(
                    "DeliveryAddress",
                    TASK.one("IPv4Address", IPV4),
                    TASK.one("IPv6Address", IPV6),
                    TASK.one(
                            "IPAddressPort",
                            TYPES.sequence(
                                    "IPAddressPort",
                                    TYPES.one("address", IP_ADDRESS),
                                    TYPES.one("port", PORT))),
                    TASK.one(
                            "IPAddressPortRange",
                            TYPES.sequence(
                                    "IPAddressPortRange",
                                    TYPES.one("address", IP_ADDRESS),
                                    TYPES.one("portRange", PORT_RANGE))),
                    TASK.one("E164Number", E164),
                    TASK.one("FTPAddress", ADDRESS),
                    TASK.one("URL", ADDRESS),
                    TASK.one("FQDN", LONG_STRING),
                    TASK.one("EmailAddress", EMAIL),
                    TASK.one("EndpointID", Grammar.ENDPOINT));
    static final Shape FORMAT =
            TASK.sequence(
                    "FormatType",
                    TASK.one("FormatOwner", SHORT_STRING),
                    TASK.one("FormatName", SHORT_STRING));
    static final Shape REQUEST_VALUE =
            TASK.sequence(
                    "RequestValue", TASK.one("FormatType", FORMAT), TASK.one("Value", LONG_STRING));
    static final Shape REQUEST_VALUES =
            TASK.sequence("RequestValues", TASK.some("RequestValue", REQUEST_VALUE));
    static final Shape SUBTYPE =
            TASK.sequence(
                    "RequestSubtype",
                    TASK.some("RequestSubtype", new Kind.Entry("RequestSubtype")));
    static final Shape REQUEST_DETAILS =
            TASK.sequence(
                    "RequestDetails",
                    TASK.entry("Type", "RequestType"),
                    TASK.maybe("StartTime", MOMENT),
                    TASK.maybe("EndTime", MOMENT),
                    TASK.maybe("ObservedTime", MOMENT),
                    TASK.any("ObservedTimes", MOMENT),
                    TASK.maybe("RequestValues", REQUEST_VALUES),
                    TASK.maybe("Subtype", SUBTYPE));
    static final Shape LD_DESTINATION =
            TASK.sequence(
                    "LDDeliveryDestination",
                    TASK.maybe("DeliveryAddress", DELIVERY_ADDRESS),
                    TASK.maybe("EncryptionDetails", new Kind.National(Namespaces.TASK)),
                    TASK.entry("LDHandoverFormat", "LDHandoverFormat"),
                    TASK.entry("LDDeliveryProfile", "LDDeliveryProfile"),
                    TASK.maybe("NationalDeliveryParameters", new Kind.National(Namespaces.TASK)));
    static final Shape LD_DELIVERY =
            TASK.sequence("LDDeliveryDetails", TASK.some("LDDeliveryDestination", LD_DESTINATION));
    static final Shape LD_FLAGS =
            TASK.sequence("LDTaskFlags", TASK.any("LDTaskFlag", new Kind.Entry("LDTaskFlag")));
    static final Shape LD_TASK =
            Grammar.OBJECT.extendedBy(
                    TASK,
                    "LDTaskObject",
                    TASK.maybe("Reference", LDID),
                    TASK.entry("Status", "LDTaskStatus"),
                    TASK.maybe("StatusReason", Grammar.ERROR),
                    TASK.entry("DesiredStatus", "LDTaskDesiredStatus"),
                    TASK.maybe("RequestDetails", REQUEST_DETAILS),
                    TASK.maybe("DeliveryDetails", LD_DELIVERY),
                    TASK.any("ApprovalDetails", Grammar.APPROVAL),
                    TASK.maybe("CSPID", Grammar.ENDPOINT),
                    TASK.entry("HandlingProfile", "HandlingProfile"),
                    TASK.maybe("Flags", LD_FLAGS),
                    TASK.maybe("NationalLDTaskingParameters", new Kind.National(Namespaces.TASK)));

    static final Shape LI_TIMESPAN =
            TASK.sequence(
                    "TaskTimespan",
                    TASK.maybe("StartTime", MOMENT),
                    TASK.maybe("EndTime", MOMENT),
                    TASK.maybe("TerminationTime", MOMENT),
                    TASK.maybe("ProvisioningTime", MOMENT),
                    TASK.maybe("DeprovisioningTime", MOMENT));
    static final Shape TARGET_VALUE =
            TASK.sequence(
                    "TargetIdentifierValue",
                    TASK.one("FormatType", FORMAT),
                    TASK.one("Value", LONG_STRING));
    static final Shape TARGET =
            TASK.sequence(
                    "TargetIdentifier",
                    TASK.maybe(
                            "TargetIdentifierValues",
                            TASK.sequence(
                                    "TargetIdentifierValues",
                                    TASK.some("TargetIdentifierValue", TARGET_VALUE))),
                    TASK.entry("ServiceType", "TaskServiceType"));
    static final Shape LI_DESTINATION =
            TASK.sequence(
                    "DeliveryDestination",
                    TASK.maybe("DeliveryAddress", DELIVERY_ADDRESS),
                    TASK.maybe("EncryptionDetails", new Kind.National(Namespaces.TASK)),
                    TASK.entry("IRIorCC", "TaskDeliveryType"),
                    TASK.entry("HandoverFormat", "HandoverFormat"),
                    TASK.entry("DeliveryProfile", "DeliveryProfile"),
                    TASK.maybe("NationalDeliveryParameters", new Kind.National(Namespaces.TASK)));
    static final Shape POLICY_REFERENCE =
            TASK.sequence(
                    "TrafficPolicyReference",
                    TASK.maybe("Order", ORDINAL),
                    TASK.maybe("ObjectIdentifier", UUID));
    static final Shape LI_TASK =
            Grammar.OBJECT.extendedBy(
                    TASK,
                    "LITaskObject",
                    TASK.maybe("Reference", LIID),
                    TASK.entry("Status", "TaskStatus"),
                    TASK.entry("DesiredStatus", "TaskDesiredStatus"),
                    TASK.maybe("Timespan", LI_TIMESPAN),
                    TASK.maybe("TargetIdentifier", TARGET),
                    TASK.entry("DeliveryType", "TaskDeliveryType"),
                    TASK.maybe(
                            "DeliveryDetails",
                            TASK.sequence(
                                    "TaskDeliveryDetails",
                                    TASK.some("DeliveryDestination", LI_DESTINATION))),
                    TASK.any("ApprovalDetails", Grammar.APPROVAL),
                    TASK.maybe("CSPID", Grammar.ENDPOINT),
                    TASK.entry("HandlingProfile", "HandlingProfile"),
                    TASK.maybe("InvalidReason", Grammar.ERROR),
                    TASK.maybe(
                            "Flags",
                            TASK.sequence(
                                    "TaskFlags", TASK.any("TaskFlag", new Kind.Entry("TaskFlag")))),
                    TASK.maybe("NationalLITaskingParameters", new Kind.National(Namespaces.TASK)),
                    TASK.maybe(
                            "ListOfTrafficPolicyReferences",
                            TASK.sequence(
                                    "ListOfTrafficPolicyReferences",
                                    TASK.some("TrafficPolicyReference", POLICY_REFERENCE))));

    private TaskGrammar() {}
}
