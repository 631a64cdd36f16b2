package az.qalxan.access;

/**
 * Who a person is for an outside identity provider (OpenID Connect Core 1.0 section 2).
 *
 * @param issuer the provider's {@code iss}
 * @param subject the person's {@code sub} there
 */
record OidcSubject(String issuer, String subject) {

    static final int CHARS_MAX = 255;

    OidcSubject {
        issuer = issuer.strip();
        subject = subject.strip();
        if (issuer.isEmpty() || subject.isEmpty()) {
            throw new IllegalArgumentException("an outside identity has an issuer and a subject");
        }
        if (issuer.length() > CHARS_MAX || subject.length() > CHARS_MAX) {
            throw new IllegalArgumentException("issuer and subject have at most 255 characters");
        }
    }
}
