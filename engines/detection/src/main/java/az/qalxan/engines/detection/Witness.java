package az.qalxan.engines.detection;

import az.qalxan.engines.detection.Literal.Anchor;
import az.qalxan.engines.detection.SigmaText.Part;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Literals of which at least one stands in every event that an expression holds for: where none
 * does, the expression need not be looked at.
 */
final class Witness {

    static final int LITERALS_MAX = 10_000;

    /** Shorter keywords are not worth a search. */
    private static final int KEYWORD_MIN = 3;

    private final FieldSlots slots;
    private final LiteralSamples samples;
    private final Map<Literal, Double> costs = new HashMap<>();

    Witness(FieldSlots slots, LiteralSamples samples) {
        this.slots = slots;
        this.samples = samples;
    }

    /** The cheapest such set, or null where there is none. */
    @Nullable Set<Literal> of(Expression expression) {
        return switch (expression) {
            case Expression.All all -> cheapest(all.parts());
            case Expression.Any any -> union(any.parts());
            case Expression.Field field -> field(field);
            case Expression.Keyword keyword -> keyword(keyword.test());
            case Expression.Not _ -> null;
        };
    }

    private @Nullable Set<Literal> cheapest(List<Expression> parts) {
        Set<Literal> best = null;
        double least = Double.MAX_VALUE;
        for (Expression part : parts) {
            Set<Literal> one = of(part);
            double cost = one == null ? Double.MAX_VALUE : cost(one);
            if (cost < least) {
                best = one;
                least = cost;
            }
        }
        return best;
    }

    private double cost(Set<Literal> literals) {
        double cost = 0;
        for (Literal literal : literals) {
            cost += cost(literal);
        }
        return cost;
    }

    private double cost(Literal literal) {
        return costs.computeIfAbsent(literal, samples::cost);
    }

    private @Nullable Set<Literal> union(List<Expression> parts) {
        Set<Literal> all = new HashSet<>();
        for (Expression part : parts) {
            Set<Literal> one = of(part);
            if (one == null || all.size() + one.size() > LITERALS_MAX) {
                return null;
            }
            all.addAll(one);
        }
        return all;
    }

    private @Nullable Set<Literal> field(Expression.Field field) {
        int slot = slots.of(field.field());
        return switch (field.test()) {
            case ValueTest.Textual textual -> textual(slot, textual.text());
            case ValueTest.Regular regular -> regular(slot, regular.regex());
            case ValueTest.Equal equal -> number(slot, equal.number());
            default -> null;
        };
    }

    /** Runs that JSON writes as they are, so that they can be looked for in an event's bytes. */
    private static @Nullable Set<Literal> keyword(ValueTest test) {
        Set<String> texts =
                switch (test) {
                    case ValueTest.Textual textual -> Set.of(longest(textual.text()));
                    case ValueTest.Regular regular -> RegexLiterals.of(regular.regex());
                    default -> Set.of();
                };
        Set<Literal> literals = new HashSet<>();
        for (String text : texts) {
            String run = asWritten(Folding.fold(text));
            if (run.length() < KEYWORD_MIN) {
                return null;
            }
            literals.add(new Literal(Literal.ANY_FIELD, Anchor.ANYWHERE, bytes(run)));
        }
        return literals.isEmpty() ? null : literals;
    }

    private static String longest(SigmaText text) {
        String longest = "";
        for (Part part : text.parts()) {
            if (part instanceof Part.Plain plain && plain.text().length() > longest.length()) {
                longest = plain.text();
            }
        }
        return longest;
    }

    private static String asWritten(String text) {
        String longest = "";
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean plain =
                    i < text.length()
                            && text.charAt(i) >= ' '
                            && text.charAt(i) < 127
                            && "\"\\/".indexOf(text.charAt(i)) < 0;
            if (!plain) {
                if (i - from > longest.length()) {
                    longest = text.substring(from, i);
                }
                from = i + 1;
            }
        }
        return longest;
    }

    /** The longest plain run of the text. */
    private @Nullable Set<Literal> textual(int slot, SigmaText text) {
        List<Part> parts = text.parts();
        if (parts.isEmpty()) {
            return Set.of(new Literal(slot, Anchor.WHOLE, new byte[0]));
        }
        Literal best = null;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Plain plain) {
                boolean start = i == 0;
                boolean end = i == parts.size() - 1;
                Anchor anchor =
                        start
                                ? (end ? Anchor.WHOLE : Anchor.START)
                                : (end ? Anchor.END : Anchor.ANYWHERE);
                Literal one = new Literal(slot, anchor, bytes(plain.text()));
                if (best == null || cost(one) < cost(best)) {
                    best = one;
                }
            }
        }
        return best == null ? null : Set.of(best);
    }

    private static @Nullable Set<Literal> number(int slot, BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() < 18;
        return whole
                ? Set.of(new Literal(slot, Anchor.NUMBER, bytes(number.toBigInteger().toString())))
                : null;
    }

    private static byte[] bytes(String text) {
        return Utf8.of(Folding.fold(text));
    }

    private static @Nullable Set<Literal> regular(int slot, LinearRegex regex) {
        Set<String> texts = RegexLiterals.of(regex);
        if (texts.isEmpty()) {
            return null;
        }
        Set<Literal> literals = new HashSet<>();
        for (String text : texts) {
            literals.add(new Literal(slot, Anchor.ANYWHERE, bytes(text)));
        }
        return literals;
    }
}
