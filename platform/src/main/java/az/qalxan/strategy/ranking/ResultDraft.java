package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A published result while its lines are read. */
final class ResultDraft {

    private static final Words NOTHING = new Words("", "");
    private static final double POINTS_MAX = 100_000;
    private static final String GROUP = "group:";
    private static final String QUESTION = "question:";

    private final Published.Key key;
    private final String at;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<String, Double> groups = new LinkedHashMap<>();
    private final Map<String, Double> questions = new LinkedHashMap<>();
    private @Nullable Double score;
    private @Nullable Integer rank;
    private @Nullable Integer countries;
    private String level = "";
    private String source = "";
    private boolean yearOnly;

    ResultDraft(Published.Key key, String at) {
        this.key = key;
        this.at = at;
    }

    void source(String text) {
        this.source = text;
    }

    void yearOnly(boolean value) {
        this.yearOnly = value;
    }

    /** Takes a line such as {@code score}, {@code rank}, {@code group:1}, {@code question:1.1}. */
    void put(String line, String value, String place, List<Violation> flaws) {
        if (places.put(line, place) != null) {
            flaws.add(Violation.at(place, "ranking.import.twice", line));
            return;
        }
        switch (line) {
            case "level" -> level = value;
            case "score" -> score = number(value, place, flaws);
            case "rank" -> rank = whole(value, place, flaws);
            case "countries" -> countries = whole(value, place, flaws);
            default -> part(line, value, place, flaws);
        }
    }

    private void part(String line, String value, String place, List<Violation> flaws) {
        boolean group = line.startsWith(GROUP);
        if (!group && !line.startsWith(QUESTION)) {
            flaws.add(Violation.at(place, "ranking.import.no-line", line));
            return;
        }
        @Nullable Double points = number(value, place, flaws);
        if (points != null) {
            (group ? groups : questions)
                    .put(line.substring(group ? GROUP.length() : QUESTION.length()), points);
        }
    }

    private static @Nullable Double number(String value, String place, List<Violation> flaws) {
        OptionalDouble read = decimal(value);
        if (read.isEmpty()) {
            flaws.add(Violation.at(place, "ranking.import.no-number", value));
            return null;
        }
        return read.getAsDouble();
    }

    private static OptionalDouble decimal(String value) {
        String bare = value.replace(',', '.');
        if (!bare.matches("\\d{1,6}(\\.\\d{1,4})?")) {
            return OptionalDouble.empty();
        }
        double read = Double.parseDouble(bare);
        return read <= POINTS_MAX ? OptionalDouble.of(read) : OptionalDouble.empty();
    }

    private static @Nullable Integer whole(String value, String place, List<Violation> flaws) {
        if (!value.matches("[1-9]\\d{0,3}")) {
            flaws.add(Violation.at(place, "ranking.import.no-number", value));
            return null;
        }
        return Integer.valueOf(value);
    }

    String at() {
        return at;
    }

    /** Where a line stood. */
    String at(String line) {
        return places.getOrDefault(line, at);
    }

    Published published() {
        return new Published(
                key.ranking(),
                key.edition(),
                key.on(),
                yearOnly,
                score,
                rank,
                countries,
                level,
                groups,
                questions,
                ResultReading.words(source),
                NOTHING,
                false,
                null);
    }
}
