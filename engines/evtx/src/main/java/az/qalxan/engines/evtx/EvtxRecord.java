package az.qalxan.engines.evtx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The record that a reader stands on. It is the same object for every record and tells of the next
 * one after the reader's next step, so what is needed for longer must be taken out of it.
 */
public final class EvtxRecord {

    private static final int ID_OFFSET = 8;
    private static final int WRITTEN_OFFSET = 16;

    private final Templates templates;
    private final Flaws flaws;
    private final TextBuffer out = new TextBuffer();
    private final TextBuffer scratch = new TextBuffer();
    private final ValueText plain = new ValueText(Escaping.NONE, scratch);
    private final Values values = new Values();
    private final JsonWriting json;
    private final XmlWriting xml;
    private final FieldWalk fields;
    private byte[] bytes = {};
    private int at;
    private int size;
    private long chunkOffset;
    private Standing standing = Standing.IN_PLACE;
    private @Nullable Template template;
    private @Nullable Flaw flaw;

    /** Whether the event's own template is one of an earlier chunk. */
    private boolean borrowed;

    /** Who is told of an event that cannot be read. */
    interface Flaws {
        void found(EvtxRecord record, Flaw flaw);
    }

    EvtxRecord(Templates templates, Flaws flaws) {
        this.templates = templates;
        this.flaws = flaws;
        this.json = new JsonWriting(templates, out);
        this.xml = new XmlWriting(templates, out);
        this.fields = new FieldWalk(templates);
    }

    void exactly() {
        json.exactly();
    }

    void chunk(byte[] bytes, long chunkOffset) {
        this.bytes = bytes;
        this.chunkOffset = chunkOffset;
    }

    void stand(ChunkWalk walk) {
        at = walk.at;
        size = walk.size;
        standing = walk.standing;
        templates.strictly(standing != Standing.IN_PLACE);
        template = null;
        flaw = null;
    }

    /** The record's number in its log. */
    public long id() {
        return LittleEndian.i64(bytes, at + ID_OFFSET);
    }

    /** When the record was written, to a ten-millionth of a second. */
    public Instant written() {
        return Moments.instant(fileTime());
    }

    /** The same as {@link #written}: ten-millionths of a second since 1601, unsigned. */
    public long fileTime() {
        return LittleEndian.i64(bytes, at + WRITTEN_OFFSET);
    }

    /** Where in the file the record begins. */
    public long offset() {
        return chunkOffset + at;
    }

    /** The record's length in the file. */
    public int bytes() {
        return size;
    }

    /** How the record was found. */
    public Standing standing() {
        return standing;
    }

    /** Who reported the event; empty when it is not told. */
    public String provider() {
        return text(system -> system.provider);
    }

    /** The log that the event was written to; empty when it is not told. */
    public String channel() {
        return text(system -> system.channel);
    }

    /** The machine's name; empty when it is not told. */
    public String computer() {
        return text(system -> system.computer);
    }

    /** The provider's number of the kind of event. */
    public OptionalInt eventId() {
        return number(system -> system.eventId);
    }

    /** From 1, critical, to 5, verbose; 0 is always logged. */
    public OptionalInt level() {
        return number(system -> system.level);
    }

    /** The SID of the user in whose name the event was logged. */
    public Optional<String> user() {
        String text = text(system -> system.user);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Why the event cannot be read, if it cannot; identifier and time are known even then. */
    public Optional<String> flaw() {
        open();
        return flaw == null ? Optional.empty() : Optional.of(flaw.why());
    }

    /**
     * Gives each value of the event to a sink, with nothing made of those that it does not ask for;
     * tells whether all of the event could be read.
     */
    public boolean fields(FieldSink sink) {
        Template open = open();
        if (open != null) {
            try {
                templates.reset();
                fields.walk(open, values, sink);
                return true;
            } catch (Flaw found) {
                flawed(found);
            }
        }
        return false;
    }

    /** The event as one JSON object in UTF-8, without a line break; never fails. */
    public byte[] json() {
        writeJson();
        return out.copy();
    }

    /** The event as XML, an element a line; of one that cannot be read only what is known. */
    public String xml() {
        Template open = open();
        if (open != null) {
            try {
                templates.reset();
                out.clear();
                xml.elements(open, values);
                templates.spend(out.length >> 4);
                return out.text(0);
            } catch (Flaw found) {
                flawed(found);
            }
        }
        return """
        <Event>
          <System>
            <EventRecordID>%s</EventRecordID>
            <TimeCreated SystemTime="%s"/>
          </System>
        </Event>\
        """
                .formatted(Long.toUnsignedString(id()), written());
    }

    /** Writes {@link #json} without a copy. */
    public void writeJson(OutputStream to) throws IOException {
        writeJson();
        to.write(out.bytes, 0, out.length);
    }

    private void writeJson() {
        Template open = open();
        if (open != null) {
            try {
                templates.reset();
                out.clear();
                out.put('{');
                json.members(open, values);
                if (out.length == 1) {
                    throw new Flaw("it holds no element", at);
                }
                boolean borrowing = borrowed || templates.borrowing();
                if (standing != Standing.IN_PLACE) {
                    writeRecovery(borrowing);
                }
                out.put('}');
                templates.spend(out.length >> 4);
                return;
            } catch (Flaw found) {
                flawed(found);
            }
        }
        writeRest();
    }

    /** Beside the event, so that nobody takes a found record for one in its place. */
    private void writeRecovery(boolean borrowing) throws Flaw {
        out.ascii(",\"Recovery\":{\"offset\":" + offset());
        out.ascii(",\"standing\":\"" + standing + "\"");
        out.ascii(",\"templateBorrowed\":" + borrowing + "}");
    }

    /** What is known of a record whose event cannot be read, in the same form. */
    private void writeRest() {
        scratch.clear();
        out.clear();
        try {
            out.ascii(
                    "{\"Event\":{\"System\":{\"TimeCreated\":{\"#attributes\":{\"SystemTime\":\"");
            int from = at + WRITTEN_OFFSET;
            json.text().write(ValueType.FILE_TIME, bytes, from, Long.BYTES);
            out.ascii("\"}},\"EventRecordID\":" + Long.toUnsignedString(id()));
            out.ascii("}},\"Damage\":{\"offset\":" + offset() + ",\"bytes\":" + size);
            out.ascii(",\"why\":\"" + why() + "\"}}");
        } catch (Flaw tooLong) {
            throw new IllegalStateException("a few words are longer than a record may be", tooLong);
        }
    }

    private String why() {
        return flaw == null ? "" : flaw.why().replace('"', '\'');
    }

    private void flawed(Flaw found) {
        if (flaw == null) {
            flaw = found;
            template = null;
            flaws.found(this, found);
        }
    }

    /** The template of the event, whose values are read then; none when it is flawed. */
    private @Nullable Template open() {
        if (template == null && flaw == null) {
            try {
                templates.reset();
                int from = at + ChunkWalk.RECORD_HEADER_BYTES;
                template = templates.read(from, at + size - 4, values);
                borrowed = templates.borrowing();
            } catch (Flaw found) {
                flawed(found);
            }
        }
        return template;
    }

    private String text(Function<SystemFields, Content[]> part) {
        Template open = open();
        if (open == null) {
            return "";
        }
        scratch.clear();
        try {
            for (Content one : part.apply(open.system)) {
                if (one instanceof Literal literal) {
                    literal.write(plain);
                } else if (one instanceof Slot slot) {
                    values.write(slot.index(), bytes, plain, scratch);
                }
            }
        } catch (Flaw found) {
            return "";
        }
        return scratch.text(0);
    }

    private OptionalInt number(Function<SystemFields, Content[]> part) {
        Template open = open();
        if (open != null) {
            for (Content one : part.apply(open.system)) {
                if (one instanceof Slot slot && ValueText.bare(values.type(slot.index()))) {
                    return OptionalInt.of((int) values.number(slot.index(), bytes));
                }
            }
        }
        String text = text(part);
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException noNumber) {
            return OptionalInt.empty();
        }
    }
}
