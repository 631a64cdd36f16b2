package az.qalxan.engines.evtx;

import static az.qalxan.engines.evtx.LittleEndian.i32;
import static az.qalxan.engines.evtx.LittleEndian.u32;
import static az.qalxan.engines.evtx.LittleEndian.u8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates of one chunk, each compiled when it is first used, and instances of them. */
final class Templates {

    /** Honest events nest one template in another. */
    private static final int DEPTH_MAX = 16;

    private static final int EARLIER_BYTES_MAX = 4 << 20;

    private static final int FRAGMENT_HEADER = 0x0f;
    private static final int FRAGMENT_HEADER_BYTES = 4;

    private final Budget budget = new Budget();
    private final Compiler compiler = new Compiler(new Names(), budget);

    /** Templates, and flaws of those that cannot be compiled, lest each record tries again. */
    private final OffsetTable<Object> known = new OffsetTable<>();

    /** By their numbers, which are the beginnings of their GUIDs. */
    private final Map<Integer, Template> earlier = new HashMap<>();

    private int earlierBytes;

    private final List<Values> free = new ArrayList<>();
    private byte[] bytes = {};
    private int depth;
    private boolean strict;
    private boolean borrowing;

    /** Begins with another chunk. */
    void chunk(byte[] bytes) {
        this.bytes = bytes;
        known.clear();
        compiler.chunk(bytes);
        budget.renew();
    }

    byte[] bytes() {
        return bytes;
    }

    Names names() {
        return compiler.names();
    }

    /** Begins with another record, whatever became of the last one. */
    void reset() {
        depth = 0;
        borrowing = false;
    }

    /** Whether the record needed a template of another chunk. */
    boolean borrowing() {
        return borrowing;
    }

    /**
     * Believes an instance only if its template is the one it names: where a record was found by
     * searching, another one may stand there now.
     */
    void strictly(boolean strict) {
        this.strict = strict;
    }

    void spend(int steps) throws Flaw {
        budget.spend(steps);
    }

    /** Reads binary XML: compiles what has no template, fills in the values of what has one. */
    Template read(int from, int end, Values values) throws Flaw {
        int at = from;
        while (at < end && u8(bytes, at) == FRAGMENT_HEADER) {
            at += FRAGMENT_HEADER_BYTES;
        }
        if (at >= end) {
            throw new Flaw("binary XML is empty", from);
        }
        if (u8(bytes, at) == TemplateReference.TOKEN) {
            return instance(at, end, values);
        }
        values.none();
        return compiler.fragment(at, end);
    }

    private Template instance(int from, int end, Values values) throws Flaw {
        TemplateReference reference = TemplateReference.at(bytes, from, end);
        values.read(bytes, reference.values(), end);
        if (strict && reference.number() != i32(bytes, reference.definition() + 4)) {
            return borrowed(reference);
        }
        return definition(reference.definition());
    }

    /** The template of that number that an earlier chunk had. */
    private Template borrowed(TemplateReference reference) throws Flaw {
        Template template = earlier.get(reference.number());
        if (template == null) {
            throw new Flaw("its template is there no more", reference.definition());
        }
        borrowing = true;
        return template;
    }

    private Template definition(int offset) throws Flaw {
        Object found = known.at(offset);
        if (found instanceof Template template) {
            return template;
        }
        if (found instanceof Flaw flaw) {
            throw flaw;
        }
        try {
            Template template = compiled(offset);
            known.put(offset, template);
            remember(offset, template);
            return template;
        } catch (Flaw flaw) {
            known.put(offset, flaw);
            throw flaw;
        }
    }

    private void remember(int offset, Template template) {
        int length = i32(bytes, offset + TemplateReference.DEFINITION_HEADER_BYTES - 4);
        if (earlierBytes + length <= EARLIER_BYTES_MAX
                && earlier.putIfAbsent(i32(bytes, offset + 4), template) == null) {
            earlierBytes += length;
        }
    }

    private Template compiled(int offset) throws Flaw {
        int from = offset + TemplateReference.DEFINITION_HEADER_BYTES;
        long length = u32(bytes, from - 4);
        if (length > bytes.length - from) {
            throw new Flaw("a template goes beyond its chunk", offset);
        }
        return compiler.definition(from, from + (int) length);
    }

    /** Room for the values of an instance within another. */
    Values open() throws Flaw {
        if (depth >= DEPTH_MAX) {
            throw new Flaw("binary XML is nested deeper than " + DEPTH_MAX, 0);
        }
        if (depth == free.size()) {
            free.add(new Values());
        }
        return free.get(depth++);
    }

    void close() {
        depth--;
    }
}
