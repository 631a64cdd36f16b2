package az.qalxan.engines.threatintel.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An element with its text and its children. */
final class CapElement {

    private final String name;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private final List<CapElement> children = new ArrayList<>();

    CapElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    void append(String more) {
        text.append(more);
    }

    void add(CapElement child) {
        children.add(child);
    }

    String text() {
        return text.toString().strip();
    }

    List<CapElement> children() {
        return children;
    }

    List<CapElement> all(String child) {
        return children.stream().filter(one -> one.name.equals(child)).toList();
    }

    /** The text of the first child of that name; empty if there is none. */
    String first(String child) {
        return children.stream()
                .filter(one -> one.name.equals(child))
                .findFirst()
                .map(CapElement::text)
                .orElse("");
    }

    /** The texts of some children, with their names. */
    List<CapValue> values(List<String> names) {
        return children.stream()
                .filter(one -> names.contains(one.name))
                .map(one -> new CapValue(one.name, one.text()))
                .toList();
    }

    /** Pairs of valueName and value. */
    List<CapValue> pairs(String child) {
        return all(child).stream()
                .map(one -> new CapValue(one.first("valueName"), one.first("value")))
                .toList();
    }

    <E extends Enum<E>> E word(String child, Class<E> words) {
        return Enum.valueOf(words, first(child).toUpperCase(Locale.ROOT));
    }
}
