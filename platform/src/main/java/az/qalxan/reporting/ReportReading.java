package az.qalxan.reporting;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.content.PartIdentifiers;
import az.qalxan.engines.language.SearchText;
import az.qalxan.engines.linking.CardDigest;
import az.qalxan.engines.linking.HmacCardDigest;
import az.qalxan.engines.linking.Identifier;
import az.qalxan.engines.linking.IdentifierExtractor;
import az.qalxan.engines.linking.IdentifierKind;
import az.qalxan.engines.linking.KeyedIdentifier;
import az.qalxan.jurisdiction.Jurisdiction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a report with the engines: identifiers with their spans, card numbers masked, the words as
 * search keys.
 */
@Component
public class ReportReading {

    private static final int KEEP_AT_START = 6;
    private static final int KEEP_AT_END = 4;

    private final IdentifierExtractor extractor;
    private final CardDigest cards;

    ReportReading(Jurisdiction jurisdiction, DataFolder folder) {
        this.extractor = IdentifierExtractor.forRegion(jurisdiction.phoneRegion());
        this.cards =
                new HmacCardDigest(
                        folder.secret("card-digest").getBytes(StandardCharsets.US_ASCII));
    }

    /** What the engines found; no whole card number is left in the texts. */
    record Found(
            String story,
            List<String> usedAgainst,
            List<FoundIdentifier> identifiers,
            String searchKeys) {}

    /**
     * What would be recognised in that text, one identifier a line or running text, to show it to
     * the one who typed it; a card shows its first six and last four digits. Of a text beyond the
     * limit nothing is read.
     */
    public List<FoundIdentifier> recognise(String text) {
        if (text.length() > IdentifierExtractor.TEXT_CHARS_MAX) {
            return List.of();
        }
        return read("", text.lines().toList()).identifiers();
    }

    /** The text as it may be kept and shown: the middle digits of card numbers are asterisks. */
    public String masked(String text) {
        return text.length() > IdentifierExtractor.TEXT_CHARS_MAX
                ? ""
                : maskCards(text, extractor.extract(text, cards));
    }

    /**
     * A text with the middle digits of card numbers as asterisks, and what was recognised in it.
     *
     * @param identifiers with their places in the text
     */
    public record Marked(String text, List<FoundIdentifier> identifiers) {

        public Marked {
            identifiers = List.copyOf(identifiers);
        }
    }

    /** A text of any length as it may be kept, with its identifiers in order of their place. */
    public Marked marked(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        List<FoundIdentifier> identifiers = new ArrayList<>();
        for (PartIdentifiers.Piece piece : PartIdentifiers.pieces(text)) {
            String words = text.substring(piece.start(), piece.end());
            List<KeyedIdentifier> found = extractor.extract(words, cards);
            kept.append(maskCards(words, found));
            for (KeyedIdentifier one : found) {
                Identifier span = one.identifier();
                if (identifiers.size() < PartIdentifiers.IDENTIFIERS_MAX) {
                    int start = piece.start() + span.start();
                    identifiers.add(found(span, one.key(), start, piece.start() + span.end()));
                }
            }
        }
        return new Marked(kept.toString(), identifiers);
    }

    Found read(NewReport report) {
        return read(report.story(), report.usedAgainst());
    }

    Found read(String text, List<String> usedAgainst) {
        List<FoundIdentifier> identifiers = new ArrayList<>();
        List<KeyedIdentifier> inStory = extractor.extract(text, cards);
        for (KeyedIdentifier one : inStory) {
            Identifier found = one.identifier();
            identifiers.add(found(found, one.key(), found.start(), found.end()));
        }
        List<String> fields = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String field : usedAgainst) {
            List<KeyedIdentifier> inField = readField(field, identifiers);
            String masked = maskCards(field, inField);
            fields.add(masked);
            if (saysMore(field, inField)) {
                words.add(masked);
            }
        }
        String story = joined(maskCards(text, inStory), words);
        return new Found(story, fields, identifiers, String.join(" ", SearchText.keys(story)));
    }

    /** What a field says besides identifiers is told with the story, so that nothing is lost. */
    private static String joined(String story, List<String> words) {
        String more = String.join("\n", words);
        return story.isEmpty() || more.isEmpty() ? story + more : story + "\n\n" + more;
    }

    private boolean saysMore(String field, List<KeyedIdentifier> found) {
        if (found.isEmpty()) {
            return extractor.normalise(field).filter(Identifier::linkable).isEmpty();
        }
        int read =
                found.stream()
                        .mapToInt(one -> one.identifier().end() - one.identifier().start())
                        .sum();
        return read < field.strip().length();
    }

    /** The key under which that value links, for a search; empty when it is no identifier. */
    String linkKey(String typed) {
        List<KeyedIdentifier> found = extractor.extract(typed, cards);
        if (!found.isEmpty()) {
            return found.getFirst().key();
        }
        return extractor.normalise(typed).map(Identifier::key).orElse("");
    }

    private List<KeyedIdentifier> readField(String field, List<FoundIdentifier> identifiers) {
        List<KeyedIdentifier> found = extractor.extract(field, cards);
        for (KeyedIdentifier one : found) {
            addOnce(identifiers, found(one.identifier(), one.key(), null, null));
        }
        if (found.isEmpty()) {
            extractor
                    .normalise(field)
                    .filter(Identifier::linkable)
                    .ifPresent(one -> addOnce(identifiers, found(one, one.key(), null, null)));
        }
        return found;
    }

    /** A field that repeats what the story says adds nothing. */
    private static void addOnce(List<FoundIdentifier> identifiers, FoundIdentifier one) {
        if (identifiers.stream().noneMatch(known -> known.linkKey().equals(one.linkKey()))) {
            identifiers.add(one);
        }
    }

    private static FoundIdentifier found(
            Identifier one, String key, @Nullable Integer start, @Nullable Integer end) {
        return new FoundIdentifier(one.kind().code(), one.scheme(), one.value(), key, start, end);
    }

    /** Replaces the middle digits of every card number by asterisks; lengths and spans stay. */
    private static String maskCards(String text, List<KeyedIdentifier> found) {
        StringBuilder masked = new StringBuilder(text);
        for (KeyedIdentifier one : found) {
            if (one.identifier().kind() == IdentifierKind.CARD) {
                mask(masked, one.identifier().start(), one.identifier().end());
            }
        }
        return masked.toString();
    }

    private static void mask(StringBuilder text, int start, int end) {
        long digits = text.substring(start, end).chars().filter(Character::isDigit).count();
        int seen = 0;
        for (int i = start; i < end; i++) {
            if (Character.isDigit(text.charAt(i))) {
                seen++;
                if (seen > KEEP_AT_START && seen <= digits - KEEP_AT_END) {
                    text.setCharAt(i, '*');
                }
            }
        }
    }
}
