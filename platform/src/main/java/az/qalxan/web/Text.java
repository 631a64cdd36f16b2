package az.qalxan.web;

import az.qalxan.engines.language.DictionaryOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** The sentences and formats of one language. */
public final class Text {

    /** Where the reader's clock stands. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Baku");

    /** Decimals of an amount on a chain. */
    private static final int DECIMALS_MAX = 8;

    private final Language language;
    private final Map<String, String> sentences;
    private final Numbers numbers;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndMinute;
    private final DateTimeFormatter shortDayAndMinute;

    Text(Language language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = Map.copyOf(sentences);
        this.numbers = Numbers.of(language);
        this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale());
        this.dayAndMinute = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", language.locale());
        this.shortDayAndMinute = DateTimeFormatter.ofPattern("d MMM, HH:mm", language.locale());
    }

    public Language language() {
        return language;
    }

    /**
     * The sentence of that key with {@code {0}}, {@code {1}} … replaced by the arguments. A missing
     * key shows itself between double question marks; a test keeps that from happening.
     */
    public String of(String key, Object... arguments) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            return "??" + key + "??";
        }
        for (int i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return sentence;
    }

    /** Whether the key has a sentence. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** Every key of this language. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    /** Of a text in both languages, the one in this language. */
    public String pick(String azerbaijani, String english) {
        return switch (language) {
            case AZ -> azerbaijani;
            case EN -> english;
        };
    }

    /** A whole number with groups of three. */
    public String number(long value) {
        return numbers.whole(value);
    }

    /** A count that ended at {@code most}: with a plus sign when it reached it. */
    public String counted(long value, long most) {
        return number(value) + (value >= most ? "+" : "");
    }

    /** An amount with two decimals, or as many more as it has, and its currency's code. */
    public String money(BigDecimal amount, String currency) {
        int decimals = Math.clamp(amount.stripTrailingZeros().scale(), 2, DECIMALS_MAX);
        return numbers.decimal(amount, decimals) + "\u00a0" + currency;
    }

    /** A number with so many decimals; none for a whole one. */
    public String decimal(BigDecimal value, int decimals) {
        return decimals == 0
                ? numbers.whole(value.setScale(0, RoundingMode.HALF_UP).longValue())
                : numbers.decimal(value, decimals);
    }

    /** A share of one, for example 0.125, as a percentage with one decimal. */
    public String percent(double share) {
        return numbers.decimal(BigDecimal.valueOf(share * 100), 1) + "\u00a0%";
    }

    public String date(LocalDate date) {
        return day.format(date);
    }

    /** The day of an instant where the reader is. */
    public String date(Instant instant) {
        return day.format(instant.atZone(ZONE));
    }

    /** Day and minute of an instant where the reader is. */
    public String time(Instant instant) {
        return dayAndMinute.format(instant.atZone(ZONE));
    }

    /** Day and minute for a list, with the month's short name and without the year. */
    public String shortTime(Instant instant) {
        return shortDayAndMinute.format(instant.atZone(ZONE));
    }

    /** Sorts texts as this language's dictionaries do. */
    public Comparator<String> alphabetical() {
        return switch (language) {
            case AZ -> DictionaryOrder.AZERBAIJANI;
            case EN -> Collator.getInstance(language.locale())::compare;
        };
    }
}
