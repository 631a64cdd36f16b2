package az.qalxan.engines.warrants;

import static az.qalxan.engines.warrants.Lexical.*;

/** The frame of an XML signature; what its keys and objects hold is carried unread. */
final class SignatureGrammar {

    private static final Shape.In SIGNED = new Shape.In(Namespaces.SIGNATURE);

    static final Shape REFERENCE =
            SIGNED.sequence(
                            "ReferenceType",
                            SIGNED.maybe("Transforms", Kind.Free.ANYTHING),
                            SIGNED.one("DigestMethod", Kind.Free.ANYTHING),
                            SIGNED.one("DigestValue", BASE64))
                    .withAttributes("Id", "URI", "Type");
    static final Shape SIGNED_INFO =
            SIGNED.sequence(
                            "SignedInfoType",
                            SIGNED.one("CanonicalizationMethod", Kind.Free.ANYTHING),
                            SIGNED.one("SignatureMethod", Kind.Free.ANYTHING),
                            SIGNED.some("Reference", REFERENCE))
                    .withAttributes("Id");
    static final Shape SIGNATURE =
            SIGNED.sequence(
                            "SignatureType",
                            SIGNED.one("SignedInfo", SIGNED_INFO),
                            SIGNED.one("SignatureValue", BASE64),
                            SIGNED.maybe("KeyInfo", Kind.Free.ANYTHING),
                            SIGNED.any("Object", Kind.Free.ANYTHING))
                    .withAttributes("Id");

    private SignatureGrammar() {}
}
