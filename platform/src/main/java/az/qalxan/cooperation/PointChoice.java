package az.qalxan.cooperation;

import az.qalxan.directory.PointsAbroad;
import az.qalxan.web.Text;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fills the form's fields about the other side from the directory's points of contact. */
@Component
class PointChoice {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final PointsAbroad points;

    PointChoice(PointsAbroad points) {
        this.points = points;
    }

    /** The points of the state that is typed; empty before there is one. */
    List<PointsAbroad.Point> of(Map<String, String> typed) {
        String state = typed.getOrDefault("state", "").toUpperCase(Locale.ROOT);
        return state.matches("[A-Z]{2}") ? points.show(state) : List.of();
    }

    /** The point that was chosen, when it is one of the state that is typed. */
    Optional<PointsAbroad.Point> chosen(Map<String, String> typed) {
        String id = typed.getOrDefault("contact", "");
        return id.matches(UUID_FORM)
                ? points.point(UUID.fromString(id))
                        .filter(one ->
                                one.state().equalsIgnoreCase(typed.getOrDefault("state", "")))
                : Optional.empty();
    }

    /** What was typed, with the fields that the chosen point knows put in their place. */
    Map<String, String> filled(Map<String, String> typed, PointsAbroad.Point point, Text text) {
        Map<String, String> filled = new HashMap<>(typed);
        filled.put("authority", point.name().in(text.language().code()));
        filled.put("zone", point.there().getZone().getId());
        filled.put("hours", hours(point, text));
        filled.put("email", point.first("secure-mail", "e-mail"));
        filled.put("phone", point.first("phone", "mobile"));
        filled.put("reply", reply(point, text));
        return filled;
    }

    /** Office hours in words; empty when nobody has told them. */
    static String hours(PointsAbroad.Point point, Text text) {
        PointsAbroad.Hours hours = point.hours();
        return hours == null
                ? ""
                : hours.days().stream()
                                .sorted()
                                .map((DayOfWeek day) ->
                                        day.getDisplayName(
                                                TextStyle.SHORT_STANDALONE,
                                                text.language().locale()))
                                .collect(Collectors.joining(", "))
                        + " "
                        + hours.opens()
                        + "–"
                        + hours.closes();
    }

    static String languages(PointsAbroad.Point point, Text text) {
        return point.languages().stream()
                .map(code -> Locale.of(code).getDisplayLanguage(text.language().locale()))
                .collect(Collectors.joining(", "));
    }

    /** The channel to try first and the languages, as one line. */
    private static String reply(PointsAbroad.Point point, Text text) {
        String way =
                point.channels().isEmpty()
                        ? ""
                        : text.of("contact.way." + point.channels().getFirst().way());
        String languages = languages(point, text);
        return way.isEmpty() || languages.isEmpty()
                ? way + languages
                : way + " (" + languages + ")";
    }
}
