package az.qalxan.exchange.warning;

import az.qalxan.access.Handling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning.
 *
 * @param body whose it is
 * @param refers the warning that it corrects or ends; null for the first
 * @param state draft, waiting, released or withdrawn; key {@code warning.state.<state>}
 * @param round approvals count for one round
 */
record Warning(
        UUID id,
        String number,
        String body,
        boolean drill,
        WarningKind kind,
        @Nullable UUID refers,
        Said said,
        Audience audience,
        String state,
        int round,
        Course course) {

    /**
     * What it says.
     *
     * @param event code of the pack
     * @param severity extreme, severe, moderate or minor
     * @param urgency immediate, expected, future or past
     * @param certainty observed, likely, possible or unlikely
     * @param hours how long it holds once it is out
     */
    record Said(
            Handling handling,
            String event,
            String severity,
            String urgency,
            String certainty,
            Wording az,
            Wording en,
            int hours) {

        Wording in(String language) {
            return language.equals("en") ? en : az;
        }
    }

    /** Its words in one language. */
    record Wording(String headline, String text, String advice) {}

    /**
     * For whom and where.
     *
     * @param regions codes of the pack; empty for the whole country
     */
    record Audience(
            boolean everyone, List<String> sectors, List<String> bodies, List<String> regions) {

        Audience {
            sectors = List.copyOf(sectors);
            bodies = List.copyOf(bodies);
            regions = List.copyOf(regions);
        }
    }

    /**
     * How it came this far.
     *
     * @param account who wrote it
     * @param lane two or fast; empty before it is out
     */
    record Course(
            int ackMinutes,
            Instant madeAt,
            String madeBy,
            String account,
            @Nullable Instant askedAt,
            String lane,
            @Nullable Instant releasedAt,
            String releasedBy,
            String releasedAccount,
            @Nullable Second second) {}

    /**
     * The second look at what went out by the fast lane.
     *
     * @param at null while it is missing
     * @param late whether it was missing when it was due
     */
    record Second(Instant due, @Nullable Instant at, String by, boolean agrees, boolean late) {}

    boolean draft() {
        return state.equals("draft");
    }

    boolean waiting() {
        return state.equals("waiting");
    }

    boolean released() {
        return state.equals("released");
    }

    boolean fast() {
        return course.lane().equals("fast");
    }

    boolean secondMissing() {
        return course.second() != null && course.second().at() == null;
    }

    /** Until when it holds; null before it is out. */
    @Nullable Instant expiresAt() {
        Instant released = course.releasedAt();
        return released == null ? null : released.plus(Duration.ofHours(said.hours()));
    }

    boolean expired(Instant now) {
        Instant until = expiresAt();
        return until != null && now.isAfter(until);
    }

    String path() {
        return "/warnings/" + number;
    }
}
