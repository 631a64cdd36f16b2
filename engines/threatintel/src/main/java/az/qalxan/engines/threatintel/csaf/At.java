package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a document with the way to it; asked for what is not there, it answers with nothing.
 * What it was asked for it keeps, for two hundred tests ask for the same; not for many threads.
 */
final class At {

    /** How many answers are kept of one document: beyond, a document costs time, not memory. */
    private static final int KEPT_MAX = 1 << 20;

    /** Answers that may still be kept. */
    private static final class Room {
        private int left = KEPT_MAX;
    }

    private static final At[] NONE = {};
    private static final int NAMED = -1;

    private final Room room;
    private final @Nullable At parent;
    private final String name;
    private final int index;
    private final JsonNode node;
    private At[] asked = NONE;
    private int askedCount;
    private @Nullable List<At> items;
    private @Nullable List<At> members;

    private At(Room room, @Nullable At parent, String name, int index, JsonNode node) {
        this.room = room;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.node = node;
    }

    static At root(JsonNode node) {
        return new At(new Room(), null, "", NAMED, node);
    }

    JsonNode node() {
        return node;
    }

    /** Names are mostly literals, so that they are the same object when they are the same. */
    @SuppressWarnings("ReferenceEquality")
    At at(String member) {
        for (int i = 0; i < askedCount; i++) {
            if (asked[i].name == member) {
                return asked[i];
            }
        }
        At at = new At(room, this, member, NAMED, node.path(member));
        if (room.left > 0) {
            room.left--;
            keep(at);
        }
        return at;
    }

    private void keep(At at) {
        if (askedCount == asked.length) {
            asked = Arrays.copyOf(asked, Math.max(4, askedCount * 2));
        }
        asked[askedCount++] = at;
    }

    /** The elements of that member where it is an array, else none. */
    List<At> each(String member) {
        return at(member).each();
    }

    List<At> each() {
        if (!node.isArray()) {
            return List.of();
        }
        if (items != null) {
            return items;
        }
        At[] each = new At[node.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = new At(room, this, "", i, node.get(i));
        }
        List<At> all = List.of(each);
        if (all.size() <= room.left) {
            room.left -= all.size();
            items = all;
        }
        return all;
    }

    List<At> members() {
        if (!node.isObject()) {
            return List.of();
        }
        if (members != null) {
            return members;
        }
        List<At> named = new ArrayList<>(node.size());
        node.forEachEntry((member, value) -> named.add(new At(room, this, member, NAMED, value)));
        List<At> all = List.copyOf(named);
        if (all.size() <= room.left) {
            room.left -= all.size();
            members = all;
        }
        return all;
    }

    boolean has(String member) {
        return at(member).isThere();
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    /** The text of that member, "" where it is none. */
    String text(String member) {
        return at(member).text();
    }

    String text() {
        return node.isString() ? node.stringValue() : "";
    }

    List<String> texts(String member) {
        List<String> all = new ArrayList<>();
        for (At at : each(member)) {
            if (at.node.isString()) {
                all.add(at.node.stringValue());
            }
        }
        return all;
    }

    String name() {
        return index == NAMED ? name : Integer.toString(index);
    }

    /** JSON pointer (RFC 6901) from the document's root. */
    String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + name().replace("~", "~0").replace("/", "~1");
    }
}
