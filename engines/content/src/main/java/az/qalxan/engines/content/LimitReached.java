package az.qalxan.engines.content;

import java.io.IOException;

/** Reading stopped at a limit; the flaw says which. */
final class LimitReached extends IOException {

    private static final long serialVersionUID = 1;

    private final Flaw flaw;

    LimitReached(Flaw flaw) {
        super("reading stopped: " + flaw.code());
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
