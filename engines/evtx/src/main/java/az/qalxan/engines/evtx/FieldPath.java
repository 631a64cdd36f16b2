package az.qalxan.engines.evtx;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place below an event, made once for all records that have it. */
final class FieldPath {

    private static final int CHARACTERS_MAX = 1 << 20;

    final String text;
    private final FieldPath root;
    private final Map<Name, FieldPath> elements = new IdentityHashMap<>();
    private final Map<Name, FieldPath> attributes = new IdentityHashMap<>();

    /** At the root, how long all paths below it are. */
    private int characters;

    private FieldPath(String text, @Nullable FieldPath root) {
        this.text = text;
        this.root = root == null ? this : root;
    }

    /** The event itself. */
    static FieldPath root() {
        return new FieldPath("", null);
    }

    FieldPath element(Name name) {
        FieldPath known = elements.get(name);
        return known == null ? keep(elements, name, text.isEmpty() ? "" : "/") : known;
    }

    FieldPath attribute(Name name) {
        FieldPath known = attributes.get(name);
        return known == null ? keep(attributes, name, "@") : known;
    }

    private FieldPath keep(Map<Name, FieldPath> within, Name name, String before) {
        FieldPath path = new FieldPath(text + before + name.text, root);
        root.make(path.text.length());
        within.put(name, path);
        return path;
    }

    /** A hostile file may have a new name everywhere; then all are learnt anew. */
    private void make(int length) {
        characters += length;
        if (characters > CHARACTERS_MAX) {
            elements.clear();
            attributes.clear();
            characters = length;
        }
    }
}
