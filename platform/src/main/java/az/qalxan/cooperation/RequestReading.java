package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.reporting.CleanText;
import az.qalxan.web.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody typed or sent as a new request; says everything that is wrong at once. */
@Component
class RequestReading {

    static final int LINE_MAX = 300;
    static final int WORDS_MAX = 10_000;

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final CooperationPack pack;

    RequestReading(CooperationPack pack) {
        this.pack = pack;
    }

    /**
     * What was typed, by the names of fields; whatever is absent is blank.
     *
     * @param body the body that will run it
     * @param compartment of the case that it is opened from; null for none
     */
    record Typed(
            Map<String, String> fields,
            BodyCode body,
            @Nullable UUID compartment,
            String homeCase,
            Instant now) {

        Typed {
            fields = Map.copyOf(fields);
        }

        static Typed of(IncomingRequest one, BodyCode body, Instant now) {
            Instant at = one.receivedAt() == null ? now : one.receivedAt();
            return new Typed(
                    Map.ofEntries(
                            Map.entry("kind", one.kind()),
                            Map.entry("direction", "in"),
                            Map.entry("state", one.state()),
                            Map.entry("authority", one.authority()),
                            Map.entry("zone", one.zone()),
                            Map.entry("reference", one.reference()),
                            Map.entry("person", one.person()),
                            Map.entry("email", one.email()),
                            Map.entry("phone", one.phone()),
                            Map.entry("address", one.address()),
                            Map.entry("offence", one.offence()),
                            Map.entry("facts", one.facts()),
                            Map.entry("data", one.data()),
                            Map.entry("custodian", one.custodian()),
                            Map.entry("necessity", one.necessity()),
                            Map.entry("emergency", String.valueOf(one.emergency())),
                            Map.entry("handling", one.handling()),
                            Map.entry("receivedAt", at.toString())),
                    body,
                    null,
                    "",
                    now);
        }

        String field(String name) {
            return CleanText.of(fields.getOrDefault(name, ""));
        }
    }

    /** What reading gives. */
    sealed interface Result {}

    record Read(NewRequest request) implements Result {}

    record Unreadable(List<Violation> violations) implements Result {

        Unreadable {
            violations = List.copyOf(violations);
        }
    }

    Result read(Typed typed, String channel, @Nullable String messageId) {
        Check check = new Check(typed, new ArrayList<>());
        List<Violation> wrong = check.wrong();
        Optional<RequestKind> kind = RequestKinds.find(typed.field("kind"));
        if (kind.isEmpty()) {
            wrong.add(Violation.at("kind", "duty.wrong.kind", typed.field("kind")));
        }
        Direction direction = Direction.of(typed.field("direction"));
        Counterpart counterpart = counterpart(check);
        Substance substance = substance(check);
        @Nullable Instant received =
                direction == Direction.OUT ? null : received(typed, counterpart.zone(), wrong);
        Handling handling = handling(typed, wrong);
        if (!wrong.isEmpty() || kind.isEmpty()) {
            return new Unreadable(wrong);
        }
        return new Read(
                new NewRequest(
                        kind.get(),
                        direction,
                        typed.field("emergency").equals("true"),
                        counterpart,
                        substance,
                        new Sight(
                                typed.body(), "", handling, typed.compartment(), typed.homeCase()),
                        received,
                        channel,
                        messageId));
    }

    private Counterpart counterpart(Check check) {
        Typed typed = check.typed();
        List<Violation> wrong = check.wrong();
        String state = typed.field("state").toUpperCase(Locale.ROOT);
        if (!List.of(Locale.getISOCountries()).contains(state) || state.equals(pack.state())) {
            wrong.add(Violation.at("state", "duty.wrong.state", state));
        }
        String email = check.line("email", 0);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            wrong.add(Violation.at("email", "duty.wrong.email", email));
        }
        return new Counterpart(
                state,
                check.line("authority", 2),
                zone(typed, state, wrong),
                check.line("reference", 0),
                check.line("person", 0),
                email,
                check.line("phone", 0),
                check.line("address", 0),
                check.line("hours", 0),
                check.line("reply", 0));
    }

    private ZoneId zone(Typed typed, String state, List<Violation> wrong) {
        String named = typed.field("zone");
        if (named.isEmpty()) {
            return pack.zones().getOrDefault(state, ZoneId.of("UTC"));
        }
        try {
            return ZoneId.of(named);
        } catch (DateTimeException e) {
            wrong.add(Violation.at("zone", "duty.wrong.zone", named));
            return ZoneId.of("UTC");
        }
    }

    private static Substance substance(Check check) {
        return new Substance(
                check.line("ownReference", 0),
                check.words("offence", 0),
                check.words("facts", 0),
                check.words("data", 3),
                check.words("custodian", 0),
                check.words("necessity", 0),
                check.words("domesticBasis", 0),
                Map.of());
    }

    /**
     * When it arrived: a moment as programs write it, or a date field of the form, which counts
     * where our clocks stand. Nobody receives in the future.
     */
    private @Nullable Instant received(Typed typed, ZoneId theirs, List<Violation> wrong) {
        String text = typed.field("receivedAt");
        if (text.isEmpty()) {
            return typed.now();
        }
        boolean theirClock = typed.field("receivedZone").equals("theirs");
        try {
            Instant at =
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text)
                                    .atZone(theirClock ? theirs : pack.zone())
                                    .toInstant();
            if (at.isAfter(typed.now().plus(CLOCKS_DIFFER))) {
                wrong.add(Violation.at("receivedAt", "duty.wrong.future", text));
            }
            return at;
        } catch (DateTimeException e) {
            wrong.add(Violation.at("receivedAt", "duty.wrong.moment", text));
            return null;
        }
    }

    private static Handling handling(Typed typed, List<Violation> wrong) {
        String label = typed.field("handling");
        if (label.isEmpty()) {
            return Handling.AMBER;
        }
        for (Handling one : Handling.values()) {
            if (one.name().equals(label)) {
                return one;
            }
        }
        wrong.add(Violation.at("handling", "duty.wrong.handling", label));
        return Handling.AMBER;
    }

    /** Fields that are read, and what was found wrong with them so far. */
    private record Check(Typed typed, List<Violation> wrong) {

        String line(String field, int least) {
            return text(field, least, LINE_MAX);
        }

        String words(String field, int least) {
            return text(field, least, WORDS_MAX);
        }

        private String text(String field, int least, int most) {
            String text = typed.field(field);
            if (text.length() < least || text.length() > most) {
                wrong.add(Violation.at(field, "duty.wrong.words", text.length(), least, most));
            }
            return text;
        }
    }
}
