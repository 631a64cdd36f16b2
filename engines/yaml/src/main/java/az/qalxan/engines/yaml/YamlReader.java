package az.qalxan.engines.yaml;

import az.qalxan.engines.yaml.YamlFlaw.Kind;
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
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the documents of a file, within limits; throws for no bytes whatever. */
public final class YamlReader {

    private final YamlLimits limits;
    private final List<Yaml> documents = new ArrayList<>();
    private int nodes;
    private int line = 1;
    private int column = 1;

    private YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /** Every document until the first flaw. */
    public static YamlRead read(byte[] bytes, YamlLimits limits) {
        YamlReader reader = new YamlReader(limits);
        return new YamlRead(reader.documents, reader.read(bytes));
    }

    private @Nullable YamlFlaw read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            return flaw(Kind.TOO_LARGE, limits.bytes());
        }
        try {
            ByteBuffer input = ByteBuffer.wrap(bytes);
            return documents(StandardCharsets.UTF_8.newDecoder().decode(input).toString());
        } catch (CharacterCodingException e) {
            return flaw(Kind.NOT_UTF8, "");
        }
    }

    private @Nullable YamlFlaw documents(String text) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(limits.bytes()).build();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                Event event = next(events);
                switch (event.getEventId()) {
                    case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                    default -> documents.add(node(event, events, 1));
                }
            }
            return null;
        } catch (Refused e) {
            return flaw(e.kind, e.argument);
        } catch (MarkedYamlEngineException e) {
            e.getProblemMark().ifPresent(this::place);
            return flaw(Kind.NOT_YAML, firstLine(String.valueOf(e.getProblem())));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The scanner lets the JDK's exception through for an escape beyond Unicode.
            return flaw(Kind.NOT_YAML, firstLine(String.valueOf(e.getMessage())));
        }
    }

    private YamlFlaw flaw(Kind kind, Object argument) {
        return new YamlFlaw(line, column, kind, String.valueOf(argument));
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
        if (++nodes > limits.nodes()) {
            throw new Refused(Kind.TOO_MANY_VALUES, limits.nodes());
        }
        if (depth > limits.depth()) {
            throw new Refused(Kind.TOO_DEEP, limits.depth());
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                plainOnly(scalar, scalar.getTag().isPresent());
                boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
                yield new Yaml.Scalar(line, column, scalar.getValue(), quoted);
            }
            case SequenceStartEvent list -> {
                plainOnly(list, list.getTag().isPresent());
                yield sequence(events, depth);
            }
            case MappingStartEvent mapping -> {
                plainOnly(mapping, mapping.getTag().isPresent());
                yield mapping(events, depth);
            }
            default -> throw new Refused(Kind.ALIAS, "");
        };
    }

    private static void plainOnly(NodeEvent event, boolean tagged) throws Refused {
        if (tagged || event.getAnchor().isPresent()) {
            throw new Refused(Kind.ALIAS, "");
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
                throw new Refused(Kind.KEY_NOT_PLAIN, "");
            }
            if (entries.containsKey(key.getValue())) {
                throw new Refused(Kind.KEY_TWICE, key.getValue());
            }
            plainOnly(key, key.getTag().isPresent());
            entries.put(key.getValue(), node(next(events), events, depth + 1));
            event = next(events);
        }
        return new Yaml.Mapping(startLine, startColumn, entries);
    }

    /** Something that YAML allows and nobody here does. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final Kind kind;
        final transient Object argument;

        Refused(Kind kind, Object argument) {
            super(kind.name());
            this.kind = kind;
            this.argument = argument;
        }
    }
}
