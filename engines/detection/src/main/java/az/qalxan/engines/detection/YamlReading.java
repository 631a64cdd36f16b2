package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Reads the documents of one YAML file, bounded; anchors, aliases and tags are refused. */
final class YamlReading {

    static final int BYTES_MAX = 4_000_000;
    static final int DEPTH_MAX = 20;
    static final int NODES_MAX = 200_000;

    private final Flaws flaws;
    private int nodes;
    private int line = 1;
    private int column = 1;

    private YamlReading(Flaws flaws) {
        this.flaws = flaws;
    }

    /** Every document that could be read; the flaws say what could not. */
    static List<Yaml> read(byte[] bytes, Flaws flaws) {
        YamlReading reading = new YamlReading(flaws);
        if (bytes.length > BYTES_MAX) {
            reading.flaw(Code.TOO_LARGE, BYTES_MAX);
            return List.of();
        }
        try {
            ByteBuffer input = ByteBuffer.wrap(bytes);
            return reading.documents(StandardCharsets.UTF_8.newDecoder().decode(input).toString());
        } catch (CharacterCodingException e) {
            reading.flaw(Code.NOT_UTF8);
            return List.of();
        }
    }

    private List<Yaml> documents(String text) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(BYTES_MAX).build();
        List<Yaml> documents = new ArrayList<>();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                Event event = next(events);
                switch (event.getEventId()) {
                    case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                    default -> documents.add(node(event, events, 1));
                }
            }
        } catch (Refused e) {
            flaw(e.code, e.argument);
        } catch (MarkedYamlEngineException e) {
            e.getProblemMark().ifPresent(this::place);
            flaw(Code.NOT_YAML, firstLine(String.valueOf(e.getProblem())));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The scanner lets the JDK's exception through for an escape beyond Unicode.
            flaw(Code.NOT_YAML, firstLine(String.valueOf(e.getMessage())));
        }
        documents.removeIf(one -> one instanceof Yaml.Scalar scalar && scalar.nothing());
        return documents;
    }

    private void flaw(Code code, Object... arguments) {
        flaws.add(line, column, code, arguments);
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

    private Yaml node(Event event, Iterator<Event> events, int depth) throws Refused {
        if (++nodes > NODES_MAX) {
            throw new Refused(Code.TOO_MANY_VALUES, NODES_MAX);
        }
        if (depth > DEPTH_MAX) {
            throw new Refused(Code.TOO_DEEP, DEPTH_MAX);
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                plainOnly(scalar.getAnchor().isPresent() || scalar.getTag().isPresent());
                boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
                yield new Yaml.Scalar(line, column, scalar.getValue(), quoted);
            }
            case SequenceStartEvent list -> {
                plainOnly(list.getAnchor().isPresent() || list.getTag().isPresent());
                yield sequence(events, depth);
            }
            case MappingStartEvent mapping -> {
                plainOnly(mapping.getAnchor().isPresent() || mapping.getTag().isPresent());
                yield mapping(events, depth);
            }
            default -> throw new Refused(Code.ALIAS, "");
        };
    }

    private static void plainOnly(boolean adorned) throws Refused {
        if (adorned) {
            throw new Refused(Code.ALIAS, "");
        }
    }

    private Yaml sequence(Iterator<Event> events, int depth) throws Refused {
        int startLine = line;
        int startColumn = column;
        List<Yaml> items = new ArrayList<>();
        Event event = next(events);
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, events, depth + 1));
            event = next(events);
        }
        return new Yaml.Sequence(startLine, startColumn, List.copyOf(items));
    }

    private Yaml mapping(Iterator<Event> events, int depth) throws Refused {
        int startLine = line;
        int startColumn = column;
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Event event = next(events);
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(event instanceof ScalarEvent key)) {
                throw new Refused(Code.KEY_NOT_PLAIN, "");
            }
            if (entries.containsKey(key.getValue())) {
                throw new Refused(Code.KEY_TWICE, key.getValue());
            }
            plainOnly(key.getAnchor().isPresent() || key.getTag().isPresent());
            entries.put(key.getValue(), node(next(events), events, depth + 1));
            event = next(events);
        }
        return new Yaml.Mapping(startLine, startColumn, entries);
    }

    /** Something that YAML allows and a rule does not. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final Code code;
        final transient Object argument;

        Refused(Code code, Object argument) {
            super(code.name());
            this.code = code;
            this.argument = argument;
        }
    }
}
