package az.qalxan.engines.warrants;

import static az.qalxan.engines.warrants.Lexical.*;

/** The parts that messages have, by their namespaces (TS 103 120, clauses 6 to 10 and annex C). */
final class Grammar {

    private static final Shape.In CORE = new Shape.In(Namespaces.CORE);
    private static final Shape.In COMMON = new Shape.In(Namespaces.COMMON);
    private static final Shape.In AUTH = new Shape.In(Namespaces.AUTHORISATION);
    private static final Shape.In DOC = new Shape.In(Namespaces.DOCUMENT);
    private static final Shape.In NOTICE = new Shape.In(Namespaces.NOTIFICATION);

    static final Shape ENTRY =
            COMMON.sequence(
                    "DictionaryEntry",
                    COMMON.one("Owner", SHORT_STRING),
                    COMMON.one("Name", SHORT_STRING),
                    COMMON.one("Value", SHORT_STRING));
    static final Shape ENDPOINT =
            CORE.sequence(
                    "EndpointID",
                    CORE.one("CountryCode", COUNTRY),
                    CORE.one("UniqueIdentifier", LONG_STRING));
    static final Shape ERROR =
            CORE.sequence(
                    "ActionUnsuccesfulInformation",
                    CORE.one("ErrorCode", COUNT),
                    CORE.one("ErrorDescription", LONG_STRING));
    static final Shape CONTACT =
            COMMON.sequence(
                    "ApproverContactDetails",
                    COMMON.maybe("ApproverAlternateName", LONG_STRING),
                    COMMON.maybe("ApproverEmailAddress", WIDE_EMAIL),
                    COMMON.maybe("ApproverPhoneNumber", E164));
    static final Shape APPROVER =
            COMMON.sequence(
                    "ApproverDetails",
                    COMMON.maybe("ApproverName", LONG_STRING),
                    COMMON.maybe("ApproverRole", LONG_STRING),
                    COMMON.maybe(
                            "ApproverIdentity",
                            COMMON.choice(
                                    "ApproverIdentity",
                                    COMMON.one(
                                            "NationalApproverIdentity",
                                            new Kind.National(Namespaces.COMMON)))),
                    COMMON.any("ApproverContactDetails", CONTACT));
    static final Shape APPROVAL =
            COMMON.sequence(
                    "ApprovalDetails",
                    COMMON.maybe("ApprovalType", LONG_STRING),
                    COMMON.maybe("ApprovalDescription", LONG_STRING),
                    COMMON.maybe("ApprovalReference", LONG_STRING),
                    COMMON.maybe("ApproverDetails", APPROVER),
                    COMMON.maybe("ApprovalTimestamp", MOMENT),
                    COMMON.maybe("ApprovalIsEmergency", BOOLEAN),
                    COMMON.maybe(
                            "ApprovalDigitalSignature",
                            COMMON.choice(
                                    "ApprovalDigitalSignature",
                                    COMMON.one(
                                            "NationalDigitalSignature",
                                            new Kind.National(Namespaces.COMMON)))),
                    COMMON.maybe("ApprovalNationalDetails", new Kind.National(Namespaces.COMMON)));
    static final Shape ASSOCIATED =
            CORE.sequence("AssociatedObjects", CORE.any("AssociatedObject", UUID));

    /** What all objects have; no object is only this. */
    static final Shape OBJECT =
            CORE.sequence(
                    "HI1Object",
                    CORE.one("ObjectIdentifier", UUID),
                    CORE.maybe("CountryCode", COUNTRY),
                    CORE.maybe("OwnerIdentifier", SHORT_STRING),
                    CORE.maybe("Generation", COUNT),
                    CORE.maybe("ExternalIdentifier", LONG_STRING),
                    CORE.maybe("AssociatedObjects", ASSOCIATED),
                    CORE.maybe("LastChanged", MOMENT),
                    CORE.maybe("NationalHandlingParameters", new Kind.National(Namespaces.CORE)));

    static final Shape TIMESPAN =
            AUTH.sequence(
                    "AuthorisationTimespan",
                    AUTH.maybe("StartTime", MOMENT),
                    AUTH.maybe("EndTime", MOMENT));
    static final Shape AUTHORISATION_CSPS =
            AUTH.sequence("AuthorisationCSPID", AUTH.some("CSPID", ENDPOINT));
    static final Shape AUTHORISATION_FLAGS =
            AUTH.sequence(
                    "AuthorisationFlags",
                    AUTH.any("AuthorisationFlag", new Kind.Entry("AuthorisationFlag")));
    static final Shape AUTHORISATION =
            OBJECT.extendedBy(
                    AUTH,
                    "AuthorisationObject",
                    AUTH.maybe("AuthorisationReference", LONG_STRING),
                    AUTH.entry("AuthorisationLegalType", "AuthorisationLegalType"),
                    AUTH.entry("AuthorisationPriority", "AuthorisationPriority"),
                    AUTH.entry("AuthorisationStatus", "AuthorisationStatus"),
                    AUTH.entry("AuthorisationDesiredStatus", "AuthorisationDesiredStatus"),
                    AUTH.maybe("AuthorisationTimespan", TIMESPAN),
                    AUTH.maybe("AuthorisationCSPID", AUTHORISATION_CSPS),
                    AUTH.maybe("AuthorisationCreationTimestamp", MOMENT),
                    AUTH.maybe("AuthorisationServedTimestamp", MOMENT),
                    AUTH.maybe("AuthorisationTerminationTimestamp", MOMENT),
                    AUTH.any("AuthorisationApprovalDetails", APPROVAL),
                    AUTH.maybe("AuthorisationInvalidReason", ERROR),
                    AUTH.maybe("AuthorisationFlags", AUTHORISATION_FLAGS),
                    AUTH.maybe("AuthorisationManualInformation", LONG_STRING),
                    AUTH.maybe(
                            "NationalAuthorisationParameters",
                            new Kind.National(Namespaces.AUTHORISATION)),
                    AUTH.maybe("AuthorisationJurisdiction", LONG_STRING),
                    AUTH.entry("AuthorisationTypeOfCase", "AuthorisationTypeOfCase"),
                    AUTH.maybe("AuthorisationLegalEntity", SHORT_STRING));

    static final Shape DOCUMENT_TIMESPAN =
            DOC.sequence(
                    "DocumentTimespan",
                    DOC.maybe("StartTime", MOMENT),
                    DOC.maybe("EndTime", MOMENT));
    static final Shape PROPERTY =
            DOC.sequence(
                    "DocumentProperty",
                    DOC.one("PropertyType", new Kind.Entry("DocumentProperty")),
                    DOC.one("PropertyValue", LONG_STRING));
    static final Shape PROPERTIES =
            DOC.sequence("DocumentProperties", DOC.any("DocumentProperty", PROPERTY));
    static final Shape DOCUMENT_BODY =
            DOC.sequence(
                    "DocumentBody",
                    DOC.maybe("Contents", BASE64),
                    DOC.maybe("ContentType", SHORT_STRING),
                    DOC.maybe("Checksum", SHORT_STRING),
                    DOC.maybe("ChecksumType", SHORT_STRING));
    static final Shape DOCUMENT =
            OBJECT.extendedBy(
                    DOC,
                    "DocumentObject",
                    DOC.maybe("DocumentReference", LONG_STRING),
                    DOC.maybe("DocumentName", LONG_STRING),
                    DOC.entry("DocumentStatus", "DocumentStatus"),
                    DOC.entry("DocumentDesiredStatus", "DocumentDesiredStatus"),
                    DOC.maybe("DocumentTimespan", DOCUMENT_TIMESPAN),
                    DOC.entry("DocumentType", "DocumentType"),
                    DOC.maybe("DocumentProperties", PROPERTIES),
                    DOC.maybe("DocumentBody", DOCUMENT_BODY),
                    DOC.any("DocumentSignature", APPROVAL),
                    DOC.maybe("DocumentInvalidReason", ERROR),
                    DOC.maybe(
                            "NationalDocumentParameters", new Kind.National(Namespaces.DOCUMENT)));

    static final Shape NOTIFICATION =
            OBJECT.extendedBy(
                    NOTICE,
                    "NotificationObject",
                    NOTICE.maybe("NotificationDetails", LONG_STRING),
                    NOTICE.entry("NotificationType", "NotificationType"),
                    NOTICE.maybe("NewNotification", BOOLEAN),
                    NOTICE.maybe("NotificationTimestamp", MOMENT),
                    NOTICE.maybe(
                            "NationalNotificationParameters",
                            new Kind.National(Namespaces.NOTIFICATION)));

    private Grammar() {}
}
