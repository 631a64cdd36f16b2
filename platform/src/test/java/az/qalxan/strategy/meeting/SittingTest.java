package az.qalxan.strategy.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Presence, quorum and votes. */
class SittingTest {

    private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
    private static final SittingRules RULES =
            new SittingRules(
                    SittingRules.Share.parse("1/2"),
                    SittingRules.Share.parse("1/2"),
                    false,
                    new Words("", ""));

    private final Seat chair = seat("xritdx", Seat.Role.CHAIR);
    private final Seat secretary = seat("dtx", Seat.Role.SECRETARY);
    private final Seat member = seat("rinn", Seat.Role.MEMBER);
    private final Seat other = seat("nk", Seat.Role.MEMBER);
    private final Seat guest = new Seat(UUID.randomUUID(), Seat.Role.GUEST, "bp", "", "", false);
    private final List<Seat> seats = List.of(chair, secretary, member, other, guest);

    private static Seat seat(String body, Seat.Role role) {
        return new Seat(UUID.randomUUID(), role, body, "", "", true);
    }

    private static Presence note(Seat seat, boolean arrived, int minute) {
        return new Presence(seat.id(), arrived, "", START.plusSeconds(60L * minute));
    }

    @Test
    void theQuorumIsMoreThanHalfOfTheVotingSeats() {
        Attendance two =
                Attendance.of(
                        seats,
                        List.of(
                                note(chair, true, 0),
                                note(secretary, true, 1),
                                note(guest, true, 1)),
                        RULES);
        assertThat(two.quorum()).isEqualTo(new Quorum(2, 4, 3));
        assertThat(two.quorum().held()).isFalse();
        Attendance three = two.with(note(member, true, 2));
        assertThat(three.quorum().held()).isTrue();
        assertThat(three.voters()).containsExactly(chair, secretary, member);
    }

    @Test
    void theQuorumIsLostInTheMiddleAndComesBack() {
        Attendance there =
                Attendance.of(
                        seats,
                        List.of(
                                note(chair, true, 0),
                                note(secretary, true, 0),
                                note(member, true, 0)),
                        RULES);
        Attendance left = there.with(note(member, false, 30));
        assertThat(left.quorum().held()).isFalse();
        Attendance back = left.with(note(other, true, 40));
        assertThat(back.quorum().held()).isTrue();
        assertThat(back.stretches().get(member))
                .containsExactly(new Attendance.Stretch(START, START.plusSeconds(1_800), ""));
        assertThat(back.stretches().getOrDefault(other, List.of()))
                .first()
                .extracting(Attendance.Stretch::until)
                .isNull();
    }

    @Test
    void presenceAgreesWithANaiveCount() {
        long seed = 20261127;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<Presence> noted = new ArrayList<>();
            Set<UUID> there = new HashSet<>();
            for (int step = 0; step < 20; step++) {
                Seat seat = seats.get(random.nextInt(seats.size()));
                boolean arrived = random.nextBoolean();
                noted.add(note(seat, arrived, step));
                if (arrived) {
                    there.add(seat.id());
                } else {
                    there.remove(seat.id());
                }
            }
            Attendance attendance = Attendance.of(seats, noted, RULES);
            assertThat(seats.stream().filter(attendance::there).map(Seat::id))
                    .as("seed %d, run %d", seed, run)
                    .containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void aVoteCarriesWithMoreThanHalfOfThosePresent() {
        Quorum quorum = new Quorum(4, 6, 4);
        assertThat(count(quorum, Vote.Choice.YES, Vote.Choice.YES).carried()).isFalse();
        assertThat(count(quorum, Vote.Choice.YES, Vote.Choice.YES, Vote.Choice.YES).carried())
                .isTrue();
        Vote.Count tie =
                count(quorum, Vote.Choice.YES, Vote.Choice.YES, Vote.Choice.NO, Vote.Choice.NO);
        assertThat(tie.carried()).isFalse();
        assertThat(tie.abstained()).isZero();
    }

    private Vote.Count count(Quorum quorum, Vote.Choice... choices) {
        List<Vote.Ballot> ballots = new ArrayList<>();
        for (Vote.Choice one : choices) {
            ballots.add(new Vote.Ballot(UUID.randomUUID(), "x", one));
        }
        return Vote.Count.of(ballots, quorum, RULES);
    }

    @Test
    void sharesAndGuestsAreChecked() {
        assertThat(SittingRules.Share.parse("2/3").moreThan(9)).isEqualTo(7);
        assertThat(SittingRules.Share.parse("1/2").moreThan(5)).isEqualTo(3);
        assertThatThrownBy(() -> SittingRules.Share.parse("3/2"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seat(UUID.randomUUID(), Seat.Role.GUEST, "bp", "", "", true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
