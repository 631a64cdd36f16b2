package az.qalxan.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.directory.contact.ContactFacts.OfficeHours;
import az.qalxan.directory.contact.ForeignContact.Check;
import az.qalxan.directory.contact.ForeignContact.Open;
import az.qalxan.directory.contact.ForeignContact.Standing;
import az.qalxan.jurisdiction.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether somebody is there, and what an old check is worth. */
class OfficeHoursTest {

    /** Friday, 27 November 2026, 03:12 in Baku. */
    private static final Instant NIGHT = Instant.parse("2026-11-26T23:12:00Z");

    private static final Set<DayOfWeek> WORKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final OfficeHours DAY =
            new OfficeHours(WORKDAYS, LocalTime.of(9, 0), LocalTime.of(18, 0));
    private static final Words NONE = new Words("", "");

    @Test
    void theClocksThereDecideNotOurs() {
        assertThat(in("Asia/Baku", DAY).open(NIGHT)).isEqualTo(Open.NO);
        assertThat(in("Asia/Tokyo", DAY).open(NIGHT)).isEqualTo(Open.NO);
        assertThat(in("America/Los_Angeles", DAY).open(NIGHT)).isEqualTo(Open.YES);
        assertThat(in("Europe/Istanbul", null).open(NIGHT)).isEqualTo(Open.UNKNOWN);
    }

    @Test
    void bothSidesOfTheDateLineHaveTheirOwnDay() {
        Instant moment = Instant.parse("2026-11-28T22:30:00Z");
        assertThat(in("Pacific/Kiritimati", DAY).there(moment).getDayOfWeek())
                .isEqualTo(DayOfWeek.SUNDAY);
        assertThat(in("Pacific/Pago_Pago", DAY).there(moment).getDayOfWeek())
                .isEqualTo(DayOfWeek.SATURDAY);
        assertThat(in("Pacific/Kiritimati", DAY).open(moment)).isEqualTo(Open.NO);
    }

    @Test
    void closingTimeIsClosedAndOpeningTimeIsOpen() {
        assertThat(DAY.openOn(DayOfWeek.MONDAY, LocalTime.of(9, 0))).isTrue();
        assertThat(DAY.openOn(DayOfWeek.MONDAY, LocalTime.of(18, 0))).isFalse();
        assertThat(DAY.openOn(DayOfWeek.SUNDAY, LocalTime.of(12, 0))).isFalse();
    }

    @Test
    void anOfficeThatClosesAfterMidnightBelongsToTheDayBefore() {
        OfficeHours night =
                new OfficeHours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(20, 0), LocalTime.of(6, 0));
        assertThat(night.openOn(DayOfWeek.FRIDAY, LocalTime.of(23, 0))).isTrue();
        assertThat(night.openOn(DayOfWeek.SATURDAY, LocalTime.of(5, 59))).isTrue();
        assertThat(night.openOn(DayOfWeek.FRIDAY, LocalTime.of(5, 59))).isFalse();
        assertThat(night.openOn(DayOfWeek.SATURDAY, LocalTime.of(20, 0))).isFalse();
    }

    @Test
    void aCheckIsWorthWhatItsVersionAndAgeAre() {
        assertThat(tried(null, 1).standing(NIGHT)).isEqualTo(Standing.NEVER);
        Instant lately = NIGHT.minus(Duration.ofDays(1));
        assertThat(tried(check(1, true, lately), 1).standing(NIGHT)).isEqualTo(Standing.ANSWERED);
        assertThat(tried(check(1, true, lately), 2).standing(NIGHT)).isEqualTo(Standing.CHANGED);
        assertThat(tried(check(1, false, lately), 1).standing(NIGHT)).isEqualTo(Standing.SILENT);
        Instant due = NIGHT.minus(ForeignContact.REVIEW_AFTER);
        assertThat(tried(check(1, true, due), 1).standing(NIGHT)).isEqualTo(Standing.ANSWERED);
        assertThat(tried(check(1, true, due.minusSeconds(1)), 1).standing(NIGHT))
                .isEqualTo(Standing.STALE);
    }

    private static Check check(int version, boolean answered, Instant at) {
        return new Check(version, "+10 000 00 00", answered, "", at, "somebody");
    }

    private static ForeignContact in(String zone, @Nullable OfficeHours hours) {
        return contact(ZoneId.of(zone), hours, null, 1);
    }

    private static ForeignContact tried(@Nullable Check check, int version) {
        return contact(ZoneId.of("Asia/Baku"), null, check, version);
    }

    private static ForeignContact contact(
            ZoneId zone, @Nullable OfficeHours hours, @Nullable Check check, int version) {
        ContactFacts facts =
                new ContactFacts(
                        "XX", NONE, List.of(), List.of(), zone, hours, List.of(), List.of(), NONE,
                        NONE, false);
        return new ForeignContact(UUID.randomUUID(), "xx", version, facts, NIGHT, "", check);
    }
}
