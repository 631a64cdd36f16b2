package az.qalxan.engines.threatintel.cap;

import java.util.ArrayList;
import java.util.List;

/** An element of a message, its text and what is in it. */
final class CapNode {

    final String name;
    final StringBuilder text = new StringBuilder();
    final List<CapNode> inner = new ArrayList<>();

    CapNode(String name) {
        this.name = name;
    }

    List<CapNode> all(String wanted) {
        return inner.stream().filter(one -> one.name.equals(wanted)).toList();
    }

    /** Its words without the blanks around them. */
    String words() {
        return text.toString().strip();
    }
}
