package az.qalxan.strategy.progress;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** When bodies report on the plan, as the country's pack says. */
@Component
class ReportingPack {

    private final ZoneId zone;
    private final Period period;
    private final List<MonthDay> dates;
    private final List<Period> reminders;
    private final Words source;
    private final boolean verified;

    ReportingPack(Jurisdiction jurisdiction) {
        this.zone = jurisdiction.zone();
        JsonNode file = read("packs/" + jurisdiction.code() + "/reporting.yaml");
        this.period = Period.parse(file.required("period").asString());
        List<MonthDay> days = new ArrayList<>();
        file.required("dates").forEach(one -> days.add(MonthDay.parse("--" + one.asString())));
        this.dates = days.stream().sorted().toList();
        List<Period> ahead = new ArrayList<>();
        file.required("reminders").forEach(one -> ahead.add(Period.parse(one.asString())));
        this.reminders =
                ahead.stream().sorted(Comparator.comparingInt(Period::getDays).reversed()).toList();
        JsonNode basis = file.required("source");
        this.source = new Words(basis.required("az").asString(), basis.required("en").asString());
        this.verified = file.required("status").asString().equals("verified");
    }

    ZoneId zone() {
        return zone;
    }

    /** Who says nothing for longer is silent. */
    Period period() {
        return period;
    }

    /** How long before a reporting date bodies are reminded, the earliest first; in days. */
    List<Period> reminders() {
        return reminders;
    }

    Words source() {
        return source;
    }

    boolean verified() {
        return verified;
    }

    /** The next reporting date, that day included. */
    LocalDate next(LocalDate day) {
        return dates.stream()
                .map(one -> one.atYear(day.getYear()))
                .filter(one -> !one.isBefore(day))
                .findFirst()
                .orElseGet(() -> dates.getFirst().atYear(day.getYear() + 1));
    }

    /** The last reporting date before that day. */
    LocalDate before(LocalDate day) {
        return dates.reversed().stream()
                .map(one -> one.atYear(day.getYear()))
                .filter(one -> one.isBefore(day))
                .findFirst()
                .orElseGet(() -> dates.getLast().atYear(day.getYear() - 1));
    }

    private static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + name, e);
        }
    }
}
