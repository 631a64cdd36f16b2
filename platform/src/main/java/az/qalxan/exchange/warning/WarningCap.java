package az.qalxan.exchange.warning;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.access.Origin;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.engines.threatintel.cap.CapAlert;
import az.qalxan.engines.threatintel.cap.CapArea;
import az.qalxan.engines.threatintel.cap.CapCategory;
import az.qalxan.engines.threatintel.cap.CapCertainty;
import az.qalxan.engines.threatintel.cap.CapMessage;
import az.qalxan.engines.threatintel.cap.CapReference;
import az.qalxan.engines.threatintel.cap.CapResponse;
import az.qalxan.engines.threatintel.cap.CapScope;
import az.qalxan.engines.threatintel.cap.CapSegment;
import az.qalxan.engines.threatintel.cap.CapSeverity;
import az.qalxan.engines.threatintel.cap.CapStatus;
import az.qalxan.engines.threatintel.cap.CapUrgency;
import az.qalxan.engines.threatintel.cap.CapValue;
import az.qalxan.engines.threatintel.cap.CapWriter;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A warning as CAP 1.2; marking, drill and references go with it. */
@Component
class WarningCap {

    private final WarningStore store;
    private final WarningPack pack;
    private final WarningMap map;
    private final Directory directory;
    private final Jurisdiction jurisdiction;
    private final Origin origin;
    private final Texts texts;

    WarningCap(
            WarningStore store,
            WarningPack pack,
            WarningMap map,
            Directory directory,
            Jurisdiction jurisdiction,
            Origin origin,
            Texts texts) {
        this.store = store;
        this.pack = pack;
        this.map = map;
        this.directory = directory;
        this.jurisdiction = jurisdiction;
        this.origin = origin;
        this.texts = texts;
    }

    /** The warning, which is out, as XML. */
    String xml(Warning one) {
        Handling handling = one.said().handling();
        return CapWriter.write(
                new CapAlert(
                        one.number(),
                        sender(one),
                        local(Objects.requireNonNull(one.course().releasedAt())),
                        one.drill() ? CapStatus.EXERCISE : CapStatus.ACTUAL,
                        one.kind() == WarningKind.ALERT ? CapMessage.ALERT : CapMessage.UPDATE,
                        handling == Handling.CLEAR ? CapScope.PUBLIC : CapScope.RESTRICTED,
                        handling == Handling.CLEAR ? "" : handling.label(),
                        List.of(),
                        List.of(handling.label()),
                        one.drill() ? texts.in(Language.AZ).of("warning.mail.drill") : "",
                        references(one),
                        List.of(
                                info(one, texts.in(Language.AZ)),
                                info(one, texts.in(Language.EN)))));
    }

    private static String sender(Warning one) {
        return "qalxan:" + one.body();
    }

    private OffsetDateTime local(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(jurisdiction.zone()).toOffsetDateTime();
    }

    private List<CapReference> references(Warning one) {
        List<CapReference> references = new ArrayList<>();
        Warning at = one;
        while (at.refers() != null) {
            at = store.find(at.refers()).orElseThrow();
            references.add(
                    new CapReference(
                            sender(at),
                            at.number(),
                            local(Objects.requireNonNull(at.course().releasedAt()))));
        }
        return references;
    }

    private CapSegment info(Warning one, Text text) {
        String language = text.language().code();
        Warning.Said said = one.said();
        Warning.Wording wording = said.in(language);
        String drill = one.drill() ? text.of("warning.drill-mark") + " " : "";
        return new CapSegment(
                language,
                List.of(CapCategory.INFRA),
                pack.event(said.event()).in(language),
                List.of(
                        one.kind() == WarningKind.ALL_CLEAR
                                ? CapResponse.ALL_CLEAR
                                : CapResponse.EXECUTE),
                CapUrgency.valueOf(said.urgency().toUpperCase(Locale.ROOT)),
                CapSeverity.valueOf(said.severity().toUpperCase(Locale.ROOT)),
                CapCertainty.valueOf(said.certainty().toUpperCase(Locale.ROOT)),
                local(Objects.requireNonNull(one.expiresAt())),
                directory
                        .organisation(new BodyCode(one.body()))
                        .map(Organisation::name)
                        .map(name -> name.in(language))
                        .orElse(one.body()),
                drill + wording.headline(),
                drill + wording.text(),
                wording.advice(),
                origin.link(one.path()),
                List.of(new CapValue("TLP", said.handling().label())),
                areas(one, text));
    }

    private List<CapArea> areas(Warning one, Text text) {
        List<String> codes = one.audience().regions();
        if (codes.isEmpty()) {
            return List.of(
                    new CapArea(
                            text.of("warning.whole-country"),
                            List.of(),
                            List.of(
                                    new CapValue(
                                            "ISO3166-1",
                                            jurisdiction.code().toUpperCase(Locale.ROOT)))));
        }
        String names =
                codes.stream()
                        .map(jurisdiction::region)
                        .flatMap(java.util.Optional::stream)
                        .map(region -> region.name().in(text.language().code()))
                        .collect(Collectors.joining(", "));
        return List.of(
                new CapArea(
                        names,
                        codes.stream().flatMap(code -> map.polygons(code).stream()).toList(),
                        codes.stream().map(code -> new CapValue("qalxan-region", code)).toList()));
    }
}
