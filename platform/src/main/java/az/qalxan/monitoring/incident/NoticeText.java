package az.qalxan.monitoring.incident;

import az.qalxan.monitoring.criterion.CriterionWords;
import az.qalxan.monitoring.criterion.Rsit;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident told to others: in words to be edited, and as data. Its title is left out of both: it
 * may name a host or a person.
 */
@Component
class NoticeText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rsit rsit;
    private final WhyStore whys;
    private final AlertStore alerts;

    NoticeText(Rsit rsit, WhyStore whys, AlertStore alerts) {
        this.rsit = rsit;
        this.whys = whys;
        this.alerts = alerts;
    }

    /** The subject says the number alone: subjects travel in clear. */
    String subject(Incident incident) {
        return incident.number().value();
    }

    /** What the letter says before somebody changes it. */
    String draft(Incident incident, Text text) {
        List<String> lines = new ArrayList<>();
        lines.add(text.of("incident.notice.head", incident.number(), incident.handling().label()));
        lines.add("");
        lines.add(
                text.of(
                        "incident.notice.severity",
                        text.of("incident.severity." + incident.severity().code()),
                        category(incident, text)));
        lines.add(
                text.of(
                        "incident.notice.when",
                        text.time(incident.moments().firstAt()),
                        text.time(incident.moments().lastAt())));
        for (WhyStore.Why why : whys.of(List.of(incident.id()))) {
            lines.add("- " + why.name().in(text.language().code()) + ": " + measured(why, text));
        }
        lines.add("");
        lines.add(text.of("incident.notice.ask"));
        return String.join("\n", lines);
    }

    static String measured(WhyStore.Why why, Text text) {
        return String.join(
                "; ",
                why.measured().stream()
                        .map(one ->
                                text.of(
                                        "incident.measured",
                                        text.of("criterion.measure." + one.measure().code()),
                                        CriterionWords.value(one.measure(), one.value(), text),
                                        CriterionWords.value(one.measure(), one.least(), text)))
                        .toList());
    }

    String category(Incident incident, Text text) {
        return rsit.name(incident.category(), text.language().code());
    }

    /** The incident as data, without what identifies people. */
    String json(Incident incident) {
        ObjectNode root =
                JSON.createObjectNode()
                        .put("number", incident.number().value())
                        .put("tlp", incident.handling().label())
                        .put("severity", incident.severity().code())
                        .put("rsit", incident.category())
                        .put("first", incident.moments().firstAt().toString())
                        .put("last", incident.moments().lastAt().toString())
                        .put("detected", incident.moments().detectedAt().toString());
        ArrayNode criteria = root.putArray("criteria");
        for (WhyStore.Why why : whys.of(List.of(incident.id()))) {
            ObjectNode one =
                    criteria.addObject()
                            .put("version", why.version())
                            .put("code", why.code())
                            .put("severity", why.severity().code());
            ArrayNode measured = one.putArray("measured");
            why.measured()
                    .forEach(value ->
                            measured.addObject()
                                    .put("measure", value.measure().code())
                                    .put("value", value.value())
                                    .put("threshold", value.least()));
        }
        ArrayNode techniques = root.putArray("attack");
        alerts.techniques(incident.id()).forEach(techniques::add);
        return JSON.writeValueAsString(root);
    }
}
