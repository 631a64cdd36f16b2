package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The names that a reader has met, each once, so that they are compared by identity. */
final class Names {

    /** A hostile file must not fill the memory with names; then all are learnt anew. */
    private static final int CHARACTERS_MAX = 1 << 20;

    private final Map<String, Name> known = new HashMap<>();
    private final TextBuffer scratch = new TextBuffer();
    private final ValueText json = new ValueText(Escaping.JSON, scratch);
    private int characters;

    /** The name in so many UTF-16 units. */
    Name of(byte[] bytes, int at, int units) throws Flaw {
        return of(new String(bytes, at, 2 * units, StandardCharsets.UTF_16LE));
    }

    Name of(String text) throws Flaw {
        Name name = known.get(text);
        if (name == null) {
            characters += text.length() + 1;
            if (characters > CHARACTERS_MAX) {
                known.clear();
                characters = text.length();
            }
            name = new Name(text, escaped(text));
            known.put(text, name);
        }
        return name;
    }

    private byte[] escaped(String text) throws Flaw {
        scratch.clear();
        json.write(text);
        return scratch.copy();
    }
}
