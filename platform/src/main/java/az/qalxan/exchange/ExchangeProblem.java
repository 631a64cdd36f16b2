package az.qalxan.exchange;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum ExchangeProblem implements Problem {
    /** The collection was changed meanwhile. */
    CHANGED("exchange-changed-meanwhile", 409),
    /** The identity is another body's, or was claimed before. */
    IDENTITY_TAKEN("exchange-identity-taken", 409),
    /** Whoever claimed an identity cannot confirm it. */
    SECOND_PERSON("exchange-second-person", 409),
    /** The collection does not take the copy. */
    REDACTION_REFUSED("exchange-redaction-refused", 422);

    private final String slug;
    private final int status;

    ExchangeProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
