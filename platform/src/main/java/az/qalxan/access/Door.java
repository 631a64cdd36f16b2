package az.qalxan.access;

import java.util.Locale;

/** A kind of request whose rate is limited. */
enum Door {
    /** A password, a code or a passkey, counted for each address. */
    SIGN_IN(new Rate(30, 30)),
    /** A report or another form of the public, counted for each address. */
    PUBLIC_FORM(new Rate(60, 60)),
    /** A page or a file that is worked out for a stranger, counted for each address. */
    PUBLIC_PAGE(new Rate(120, 240)),
    /** A request to the programs' interface without a token, counted for each address. */
    API_STRANGER(new Rate(60, 60)),
    /** A request to the programs' interface, counted for each token. */
    API(new Rate(2_000, 120_000));

    private final Rate usual;

    Door(Rate usual) {
        this.usual = usual;
    }

    Rate usual() {
        return usual;
    }

    /** The name in settings. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
