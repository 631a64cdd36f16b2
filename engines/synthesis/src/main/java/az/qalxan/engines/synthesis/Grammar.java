package az.qalxan.engines.synthesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one language, read from its {@code .stories} file.
 *
 * <p>{@code [name]} begins a rule; each line below is one alternative. In a line {@code {name}} is
 * an identifier, a hub, a fact or another rule, and {@code <a|b|>} is a choice of which one option
 * may be empty. A line that begins with # is a remark.
 */
final class Grammar {

    private final Tongue tongue;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, Phrase.Choice> rules = new LinkedHashMap<>();
    private int choices;

    private Grammar(Tongue tongue) {
        this.tongue = tongue;
    }

    static Grammar of(Tongue tongue) {
        Grammar grammar = new Grammar(tongue);
        grammar.read(resource(tongue.code() + ".stories"));
        grammar.lines.keySet().forEach(grammar::rule);
        return grammar;
    }

    private static String resource(String name) {
        try (InputStream in = Grammar.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The module lacks its file " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read.", e);
        }
    }

    private void read(String text) {
        List<String> rule = new ArrayList<>();
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                rule = new ArrayList<>();
                lines.put(line.substring(1, line.length() - 1), rule);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                rule.add(line);
            }
        }
    }

    /** The rule with this name; a missing one is a defect of the file. */
    Phrase.Choice rule(String name) {
        Phrase.Choice known = rules.get(name);
        if (known != null) {
            return known;
        }
        List<String> alternatives = lines.get(name);
        if (alternatives == null || alternatives.isEmpty()) {
            throw new IllegalStateException(
                    "The stories in %s have no rule [%s].".formatted(tongue.code(), name));
        }
        Phrase.Choice rule = choice(alternatives.stream().map(this::sequence).toList());
        rules.put(name, rule);
        return rule;
    }


    private Phrase.Choice choice(List<Phrase> options) {
        choices++;
        return new Phrase.Choice(choices, options);
    }

    private Phrase sequence(String line) {
        List<Phrase> parts = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            int to = partEnd(line, from);
            parts.add(part(line.substring(from, to)));
            from = to;
        }
        return parts.size() == 1 ? parts.getFirst() : new Phrase.Sequence(parts);
    }

    private static int partEnd(String line, int from) {
        char open = line.charAt(from);
        if (open == '{' || open == '<') {
            return line.indexOf(open == '{' ? '}' : '>', from) + 1;
        }
        int to = from;
        while (to < line.length() && line.charAt(to) != '{' && line.charAt(to) != '<') {
            to++;
        }
        return to;
    }

    private Phrase part(String written) {
        String inner = written.substring(1, Math.max(1, written.length() - 1));
        return switch (written.charAt(0)) {
            case '{' -> named(inner);
            case '<' -> choice(options(inner));
            default -> new Phrase.Words(written);
        };
    }

    private List<Phrase> options(String inner) {
        List<Phrase> options = new ArrayList<>();
        for (String option : inner.split("\\|", -1)) {
            options.add(sequence(option));
        }
        return options;
    }

    private Phrase named(String name) {
        String constant = name.toUpperCase(Locale.ROOT);
        Kind kind = constant(Kind.class, constant);
        if (kind != null) {
            return new Phrase.Mention(kind);
        }
        Hub hub = constant(Hub.class, constant);
        if (hub != null) {
            return new Phrase.HubMention(hub);
        }
        Phrase.Slot slot = constant(Phrase.Slot.class, constant);
        return slot == null ? rule(name) : new Phrase.Fact(slot);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
