package az.qalxan.web;

/** The sentences of the interface for tests without the platform. */
public final class TestTexts {

    private static final Texts TEXTS = new Texts();

    private TestTexts() {}

    public static Text az() {
        return TEXTS.in(Language.AZ);
    }

    public static Text en() {
        return TEXTS.in(Language.EN);
    }
}
