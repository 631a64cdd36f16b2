package az.qalxan.engines.content;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Passes on what several processes, one after the other, say of one file, each thing once: a
 * process that goes on begins from the front and says the same again.
 */
final class Followed implements ContentSink {

    private final ContentSink sink;
    private final BitSet given = new BitSet();
    private final BitSet pictured = new BitSet();
    private final Map<Integer, Integer> told = new HashMap<>();
    private final Map<Integer, Integer> retold = new HashMap<>();
    private final Map<Integer, Flaw> broke = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private Open current = new Open(0, "");

    private record Open(int number, String path) {}

    Followed(ContentSink sink) {
        this.sink = sink;
    }

    /** Another process begins. */
    void again() {
        retold.clear();
        open.clear();
        current = new Open(0, "");
    }

    /** The part at which the last process was. */
    int current() {
        return current.number();
    }

    void stopped(Flaw flaw) {
        broke.putIfAbsent(current.number(), flaw);
    }

    @Override
    public void begun(int number, String path) throws IOException {
        current = new Open(number, path);
        open.push(current);
        try {
            if (!given.get(number)) {
                sink.begun(number, path);
            }
        } catch (IOException e) {
            throw new SinkFailed(e);
        }
    }

    @Override
    public void part(Part part) throws IOException {
        while (!open.isEmpty() && open.peek().number() >= part.number()) {
            open.pop();
        }
        if (!open.isEmpty()) {
            current = open.peek();
        }
        if (part.number() < 0 || given.get(part.number())) {
            return;
        }
        given.set(part.number());
        try {
            sink.part(withFlaw(part));
        } catch (IOException e) {
            throw new SinkFailed(e);
        }
    }

    private Part withFlaw(Part part) {
        Flaw flaw = broke.get(part.number());
        if (flaw == null) {
            return part;
        }
        Set<Flaw> flaws = EnumSet.of(flaw);
        flaws.addAll(part.flaws());
        return new Part(
                part.number(),
                part.parent(),
                part.depth(),
                part.name(),
                part.path(),
                part.type(),
                part.size(),
                part.sha256(),
                part.fields(),
                part.text(),
                flaws);
    }

    @Override
    public void moment(Moment moment) throws IOException {
        int before = told.getOrDefault(moment.part(), 0);
        int again = retold.merge(moment.part(), 1, Integer::sum);
        if (again > before) {
            told.put(moment.part(), again);
            try {
                sink.moment(moment);
            } catch (IOException e) {
                throw new SinkFailed(e);
            }
        }
    }

    @Override
    public void thumbnail(int number, byte[] jpeg) throws IOException {
        if (number >= 0 && !pictured.get(number)) {
            pictured.set(number);
            try {
                sink.thumbnail(number, jpeg);
            } catch (IOException e) {
                throw new SinkFailed(e);
            }
        }
    }

    /** Says of every part that is still open that it was not read. */
    void abandon() throws IOException {
        Flaw flaw = broke.getOrDefault(current.number(), Flaw.STOPPED);
        for (Open part : open) {
            if (!given.get(part.number())) {
                String path = part.path();
                String name = path.substring(path.lastIndexOf('/') + 1);
                int depth = (int) path.chars().filter(c -> c == '/').count();
                sink.part(
                        new Part(
                                part.number(),
                                part.number() == 0 ? -1 : 0,
                                part.number() == 0 ? 0 : Math.max(1, depth),
                                name,
                                path,
                                TypeSniffer.byName(name),
                                -1,
                                "",
                                List.of(),
                                "",
                                Set.of(flaw)));
            }
        }
    }
}
