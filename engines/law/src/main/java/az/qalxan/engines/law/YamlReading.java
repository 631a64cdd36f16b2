package az.qalxan.engines.law;

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
 * Reads one YAML file of mappings, lists and plain values. No anchors, aliases, tags or second
 * documents: a pack needs none, and they are how a small file becomes a large one.
 */
final class YamlReading {

    static final int BYTES_MAX = 2_000_000;
    static final int DEPTH_MAX = 12;
    static final int NODES_MAX = 200_000;

    private final String file;
    private final PackProblems problems;
    private int nodes;
    private int line = 1;

    private YamlReading(String file, PackProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The file's one document, or null where it cannot be read; the problems say why. */
    static @Nullable YamlNode read(String file, byte[] bytes, PackProblems problems) {
        if (bytes.length > BYTES_MAX) {
            problems.add(
                    file, 1, "the file has more than %,d bytes; split it".formatted(BYTES_MAX));
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            problems.add(file, 1, "the file is not UTF-8");
            return null;
        }
        return new YamlReading(file, problems).document(text);
    }

    private @Nullable YamlNode document(String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setCodePointLimit(BYTES_MAX).build();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            YamlNode root = null;
            while (events.hasNext()) {
                Event event = next(events);
                switch (event.getEventId()) {
                    case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                    default -> {
                        if (root != null) {
                            throw new Refused(event, "a file holds one document");
                        }
                        root = node(event, events, 1);
                    }
                }
            }
            if (root == null) {
                problems.add(file, 1, "the file is empty");
            }
            return root;
        } catch (Refused e) {
            problems.add(file, e.line, String.valueOf(e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(file, line, "no YAML: " + e.getProblem());
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The scanner lets the JDK's exception through for an escape beyond Unicode.
            problems.add(file, line, "no YAML here: " + firstLine(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private Event next(Iterator<Event> events) {
        Event event = events.next();
        line = line(event);
        return event;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }

    private YamlNode node(Event event, Iterator<Event> events, int depth) throws Refused {
        if (++nodes > NODES_MAX) {
            throw new Refused(event, "more than %,d values; split the file".formatted(NODES_MAX));
        }
        if (depth > DEPTH_MAX) {
            throw new Refused(event, "nested deeper than " + DEPTH_MAX + " levels");
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                plainOnly(scalar, scalar.getAnchor().isPresent(), scalar.getTag().isPresent());
                yield node(YamlNode.Shape.PLAIN, event, scalar.getValue(), Map.of(), List.of());
            }
            case SequenceStartEvent list -> {
                plainOnly(list, list.getAnchor().isPresent(), list.getTag().isPresent());
                yield list(event, events, depth);
            }
            case MappingStartEvent mapping -> {
                plainOnly(mapping, mapping.getAnchor().isPresent(), mapping.getTag().isPresent());
                yield mapping(event, events, depth);
            }
            default -> throw new Refused(event, "aliases (*name) are not allowed; write it out");
        };
    }

    private static void plainOnly(Event event, boolean anchor, boolean tag) throws Refused {
        if (anchor || tag) {
            throw new Refused(event, "anchors (&name) and tags (!name) are not allowed");
        }
    }

    private YamlNode list(Event start, Iterator<Event> events, int depth) throws Refused {
        List<YamlNode> items = new ArrayList<>();
        Event event = next(events);
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, events, depth + 1));
            event = next(events);
        }
        return node(YamlNode.Shape.LIST, start, "", Map.of(), List.copyOf(items));
    }

    private YamlNode mapping(Event start, Iterator<Event> events, int depth) throws Refused {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Event event = next(events);
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(event instanceof ScalarEvent key)) {
                throw new Refused(event, "a key is a plain word");
            }
            if (entries.containsKey(key.getValue())) {
                throw new Refused(event, "the key " + key.getValue() + " stands twice");
            }
            entries.put(key.getValue(), node(next(events), events, depth + 1));
            event = next(events);
        }
        return node(YamlNode.Shape.MAPPING, start, "", entries, List.of());
    }

    private static YamlNode node(
            YamlNode.Shape shape,
            Event event,
            String text,
            Map<String, YamlNode> entries,
            List<YamlNode> items) {
        int line = line(event);
        int column = event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        return new YamlNode(shape, line, column, text, entries, items);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** Something that YAML allows and a pack does not. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final int line;

        Refused(Event event, String message) {
            super(message);
            this.line = line(event);
        }
    }
}
