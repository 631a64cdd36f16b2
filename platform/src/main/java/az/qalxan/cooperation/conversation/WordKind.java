package az.qalxan.cooperation.conversation;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of words, by their names on the wire, and who may say them. */
enum WordKind {
    REQUEST("request", Word.Asked.class, Speaker.ASKER),
    ACKNOWLEDGEMENT("acknowledgement", Word.Acknowledged.class, Speaker.ANSWERER),
    PRESERVATION("preservation", Word.Preserved.class, Speaker.ANSWERER),
    EXTENSION_ASKED("extension.asked", Word.ExtensionAsked.class, Speaker.ASKER),
    EXTENSION_GRANTED("extension.granted", Word.ExtensionGranted.class, Speaker.ANSWERER),
    EXTENSION_REFUSED("extension.refused", Word.ExtensionRefused.class, Speaker.ANSWERER),
    ANSWER("answer", Word.Answered.class, Speaker.ANSWERER),
    REFUSAL("refusal", Word.Refused.class, Speaker.ANSWERER),
    RELEASE("release", Word.Released.class, Speaker.ANSWERER),
    WITHDRAWAL("withdrawal", Word.Withdrawn.class, Speaker.ASKER),
    CLOSING("closing", Word.Closed.class, Speaker.EITHER),
    REMARK("remark", Word.Remark.class, Speaker.EITHER),
    OBJECTION("objection", Word.Objected.class, Speaker.EITHER);

    /** How the names of all kinds begin on the wire. */
    static final String FAMILY = "cooperation.";

    private final String name;
    private final Class<? extends Record> form;
    private final Speaker speaker;

    WordKind(String name, Class<? extends Record> form, Speaker speaker) {
        this.name = name;
        this.form = form;
        this.speaker = speaker;
    }

    /** Who may say it. */
    private enum Speaker {
        ASKER,
        ANSWERER,
        EITHER
    }

    /** The name on the wire. */
    String wire() {
        return FAMILY + name;
    }

    /** Message key {@code talk.kind.<code>}. */
    String code() {
        return name.replace('.', '-');
    }

    Class<? extends Record> form() {
        return form;
    }

    /** Whether whoever asks may say it, or whoever answers. */
    boolean mayBeSaid(boolean byAsker) {
        return speaker == Speaker.EITHER || (speaker == Speaker.ASKER) == byAsker;
    }

    static WordKind of(Word word) {
        return Arrays.stream(values())
                .filter(kind -> kind.form.isInstance(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind for " + word.getClass()));
    }

    static Optional<WordKind> ofWire(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
