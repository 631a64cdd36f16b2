package az.qalxan.cooperation.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of papers, by the name that the structured data carry. */
enum PaperKind {
    PRESERVATION(PreservationForm.class),
    SUBSCRIBER_INFORMATION(Article31Form.class),
    ACKNOWLEDGEMENT(Letter.Acknowledgement.class),
    ANSWER(Letter.Answer.class),
    REFUSAL(Letter.Refusal.class),
    EXTENSION(Letter.Extension.class),
    DISCLOSURE(Letter.Disclosure.class),
    EMERGENCY(Letter.Emergency.class),
    FORWARDING(Letter.Forwarding.class);

    private final Class<? extends PaperForm> form;

    PaperKind(Class<? extends PaperForm> form) {
        this.form = form;
    }

    /** The name in the data and in keys of sentences. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Class<? extends PaperForm> form() {
        return form;
    }

    static PaperKind of(PaperForm form) {
        return Arrays.stream(values())
                .filter(kind -> kind.form.isInstance(form))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind for " + form.getClass()));
    }

    static Optional<PaperKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
