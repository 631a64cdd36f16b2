package az.qalxan.casework.people;

import az.qalxan.casework.EnteredText;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.ProceduralStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was typed about a party, and says what is wrong with it. */
@Component
class PartyForm {

    private static final int DECISION_CHARS_MAX = 200;

    private final Jurisdiction jurisdiction;
    private final Clock clock;

    PartyForm(Jurisdiction jurisdiction, Clock clock) {
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** A status as it was typed. */
    record StatusTyped(
            @Nullable String status,
            @Nullable String since,
            @Nullable String ground,
            @Nullable String decision) {}

    /** A party as it was typed. */
    record PartyTyped(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String contact,
            @Nullable String purpose) {}

    Party party(PartyTyped typed, StatusTyped status, String author) {
        PartyKind kind =
                PartyKind.of(text(typed.kind()))
                        .orElseThrow(() ->
                                EnteredText.wrong("kind", "party.wrong.kind", text(typed.kind())));
        return new Party(
                UUID.randomUUID(),
                kind,
                EnteredText.checked("name", text(typed.name()), 1, Party.NAME_CHARS_MAX),
                EnteredText.checked("contact", text(typed.contact()), 0, Party.CONTACT_CHARS_MAX),
                EnteredText.checked("purpose", text(typed.purpose()), 3, Party.PURPOSE_CHARS_MAX),
                null,
                clock.instant(),
                author,
                null,
                "",
                List.of(status(kind, status, author)));
    }

    PartyStatus status(PartyKind kind, StatusTyped typed, String author) {
        Instant now = clock.instant();
        LocalDate since = day("since", text(typed.since()));
        ProceduralStatus status = known(text(typed.status()), since);
        if (!status.kinds().contains(kind.code())) {
            throw EnteredText.wrong("status", "party.wrong.status-kind", status.code());
        }
        return new PartyStatus(
                UUID.randomUUID(),
                status.code(),
                since,
                null,
                EnteredText.words("ground", text(typed.ground())),
                EnteredText.checked("decision", text(typed.decision()), 0, DECISION_CHARS_MAX),
                now,
                author,
                "",
                "");
    }

    private ProceduralStatus known(String code, LocalDate day) {
        return jurisdiction
                .status(code)
                .filter(one -> one.basis().holdsOn(day))
                .orElseThrow(() -> EnteredText.wrong("status", "party.wrong.status", code));
    }

    /** The day that was typed, not after today; today when nothing was. */
    LocalDate day(String field, String typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        if (typed.isBlank()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (!day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw EnteredText.wrong(field, "case.wrong.day", typed);
        }
        throw EnteredText.wrong(field, "case.wrong.day-to-come", typed);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
