package az.qalxan.engines.plan;

import az.qalxan.engines.plan.PlanFlaw.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document of mappings, lists and plain values. No anchors, aliases, tags or second
 * documents: a plan needs none, and they are how a small file becomes a large one.
 */
final class YamlReading {

    static final int BYTES_MAX = 16_000_000;
    static final int DEPTH_MAX = 12;
    static final int NODES_MAX = 1_000_000;

    private final Flaws flaws;
    private int nodes;
    private int line = 1;
    private int column = 1;

    private YamlReading(Flaws flaws) {
        this.flaws = flaws;
    }

    /** The file's one document, or null where it cannot be read; the flaws say why. */
    static @Nullable YamlNode read(byte[] bytes, Flaws flaws) {
        YamlReading reading = new YamlReading(flaws);
        if (bytes.length > BYTES_MAX) {
            reading.flaw(Code.TOO_LARGE, BYTES_MAX);
            return null;
        }
        try {
            return reading.document(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            reading.flaw(Code.NOT_UTF8);
            return null;
        }
    }

    private @Nullable YamlNode document(String text) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(BYTES_MAX).build();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            YamlNode root = null;
            while (events.hasNext()) {
                Event event = next(events);
                switch (event.getEventId()) {
                    case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                    default -> {
                        if (root != null) {
                            throw new Refused(Code.SECOND_DOCUMENT);
                        }
                        root = node(event, events, 1);
                    }
                }
            }
            if (root == null) {
                flaw(Code.EMPTY);
            }
            return root;
        } catch (Refused e) {
            flaw(e.code, e.arguments);
        } catch (MarkedYamlEngineException e) {
            e.getProblemMark().ifPresent(this::place);
            flaw(Code.NOT_YAML, firstLine(String.valueOf(e.getProblem())));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The scanner lets the JDK's exception through for an escape beyond Unicode.
            flaw(Code.NOT_YAML, firstLine(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private void flaw(Code code, Object... arguments) {
        List<String> quoted = new ArrayList<>();
        for (Object argument : arguments) {
            quoted.add(String.valueOf(argument));
        }
        flaws.error(new PlanFlaw(line, column, "", code, quoted));
    }

    private Event next(Iterator<Event> events) {
        Event event = events.next();
        event.getStartMark().ifPresent(this::place);
        return event;
    }

    private void place(Mark mark) {
        line = mark.getLine() + 1;
        column = mark.getColumn() + 1;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }

    private YamlNode node(Event event, Iterator<Event> events, int depth) throws Refused {
        if (++nodes > NODES_MAX) {
            throw new Refused(Code.TOO_MANY_VALUES, NODES_MAX);
        }
        if (depth > DEPTH_MAX) {
            throw new Refused(Code.TOO_DEEP, DEPTH_MAX);
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                plainOnly(scalar.getAnchor().isPresent() || scalar.getTag().isPresent());
                yield scalar(scalar);
            }
            case SequenceStartEvent list -> {
                plainOnly(list.getAnchor().isPresent() || list.getTag().isPresent());
                yield list(events, depth);
            }
            case MappingStartEvent mapping -> {
                plainOnly(mapping.getAnchor().isPresent() || mapping.getTag().isPresent());
                yield mapping(events, depth);
            }
            default -> throw new Refused(Code.ALIAS);
        };
    }

    private static void plainOnly(boolean adorned) throws Refused {
        if (adorned) {
            throw new Refused(Code.ALIAS);
        }
    }

    private YamlNode scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        boolean nothing =
                scalar.getScalarStyle() == ScalarStyle.PLAIN
                        && (text.isEmpty() || text.equals("~") || text.equals("null"));
        YamlNode.Shape shape = nothing ? YamlNode.Shape.NOTHING : YamlNode.Shape.PLAIN;
        return new YamlNode(shape, line, column, nothing ? "" : text, Map.of(), List.of());
    }

    private YamlNode list(Iterator<Event> events, int depth) throws Refused {
        int startLine = line;
        int startColumn = column;
        List<YamlNode> items = new ArrayList<>();
        Event event = next(events);
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, events, depth + 1));
            event = next(events);
        }
        return new YamlNode(YamlNode.Shape.LIST, startLine, startColumn, "", Map.of(), items);
    }

    private YamlNode mapping(Iterator<Event> events, int depth) throws Refused {
        int startLine = line;
        int startColumn = column;
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Event event = next(events);
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(event instanceof ScalarEvent key)) {
                throw new Refused(Code.KEY_NOT_PLAIN);
            }
            if (entries.containsKey(key.getValue())) {
                throw new Refused(Code.KEY_TWICE, key.getValue());
            }
            plainOnly(key.getAnchor().isPresent() || key.getTag().isPresent());
            entries.put(key.getValue(), node(next(events), events, depth + 1));
            event = next(events);
        }
        return new YamlNode(YamlNode.Shape.MAPPING, startLine, startColumn, "", entries, List.of());
    }

    /** Something that YAML allows and a plan does not. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final Code code;
        final transient Object[] arguments;

        Refused(Code code, Object... arguments) {
            super(code.name());
            this.code = code;
            this.arguments = arguments;
        }
    }
}
