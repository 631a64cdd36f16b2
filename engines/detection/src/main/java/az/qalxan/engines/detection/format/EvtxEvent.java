package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.evtx.EvtxRecord;
import az.qalxan.engines.evtx.FieldValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a Windows event log that a reader stands on, told without writing it as JSON first;
 * used again for the next record.
 */
public final class EvtxEvent implements EventFields {

    private static final byte[] NOT_TOLD = {};
    private static final int PATHS_MAX = 10_000;

    private final EvtxRecord record;
    private final Map<String, byte[]> names = new HashMap<>();
    private byte[] text = new byte[1 << 12];

    public EvtxEvent(EvtxRecord record) {
        this.record = record;
    }

    @Override
    public void tell(EventSink sink) throws BadEvent {
        boolean whole =
                record.fields((path, value) -> {
                    byte[] name = names.get(path);
                    if (name == null) {
                        name = name(path);
                        if (names.size() < PATHS_MAX) {
                            names.put(path, name);
                        }
                    }
                    if (name.length > 0 && sink.field(name)) {
                        told(value, sink);
                    }
                });
        if (!whole) {
            Optional<String> flaw = record.flaw();
            throw new BadEvent(1, flaw.orElse("the record cannot be read"));
        }
    }

    private void told(FieldValue value, EventSink sink) {
        ByteBuffer utf8 = value.utf8();
        int length = utf8.remaining();
        if (length > text.length) {
            text = new byte[2 * length];
        }
        utf8.get(text, 0, length);
        if (!value.isNumber()) {
            sink.text(text, 0, length);
        } else if (text[0] == 't' || text[0] == 'f') {
            sink.truth(text[0] == 't');
        } else {
            sink.number(text, 0, length);
        }
    }

    /** The name of the field that stands at the place; empty where it is none of the event's. */
    private static byte[] name(String path) {
        int slash = path.indexOf('/');
        String part = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        String name =
                switch (part) {
                    case "System" -> rest.replace('@', '_').replace('/', '_');
                    case "EventData" -> rest.replace(" ", "").replace('/', '.');
                    case "UserData" -> rest.substring(rest.indexOf('/') + 1).replace('/', '.');
                    default -> "Event." + path.replace('/', '.');
                };
        boolean attribute = !part.equals("System") && path.indexOf('@') >= 0;
        return attribute ? NOT_TOLD : name.getBytes(StandardCharsets.UTF_8);
    }
}
