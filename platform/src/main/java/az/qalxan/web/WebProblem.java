package az.qalxan.web;

/** The problems that belong to no module. */
public enum WebProblem implements Problem {
    /** Nothing stands there, or the caller may not know that something does. */
    NOT_FOUND("not-found", 404),
    /** Signed in, but without the right. */
    FORBIDDEN("forbidden", 403),
    /** No sign-in, or one that has ended. */
    UNAUTHENTICATED("unauthenticated", 401),
    /** The request cannot be read. */
    BAD_REQUEST("bad-request", 400),
    /** The request has wrong values; every one is listed. */
    INVALID_INPUT("invalid-input", 422),
    /** The address does not take that method. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    /** The body's media type is not taken. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    /** The caller accepts no media type that the address gives. */
    NOT_ACCEPTABLE("not-acceptable", 406),
    /** The body is larger than allowed. */
    TOO_LARGE("too-large", 413),
    /** Too many requests in a short time. */
    TOO_MANY_REQUESTS("too-many-requests", 429),
    /** Somebody else changed it in the meantime. */
    CONFLICT("conflict", 409),
    /** A defect of ours; the incident's number is given. */
    INTERNAL("internal-error", 500);

    private final String slug;
    private final int status;

    WebProblem(String slug, int status) {
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
