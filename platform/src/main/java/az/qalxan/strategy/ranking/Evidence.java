package az.qalxan.strategy.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence in one version. It is kept once, whatever number of questions of whatever
 * rankings it answers.
 *
 * @param id of the version
 * @param number by which people call the piece of evidence
 * @param ends whether this version says that it no longer counts
 */
record Evidence(
        UUID id,
        UUID evidence,
        long number,
        int version,
        boolean ends,
        Content content,
        Proposed proposed,
        State state,
        @Nullable Decision decision) {

    /** Message key {@code ranking.state.<code>}. */
    enum State {
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What it says.
     *
     * @param reference number of the document, address, clause, code of an indicator or a stage
     * @param dated of which day it is
     * @param freshMonths after how many months it is too old; nought where it is looked at live
     * @param owner the code of the body that answers for it
     */
    record Content(
            EvidenceKind kind,
            String title,
            String reference,
            LocalDate dated,
            int freshMonths,
            String owner,
            String words,
            List<Link> links) {

        Content {
            links = List.copyOf(links);
        }

        /** The first day on which it is too old by its own term; null for live ones. */
        @Nullable LocalDate staleOn() {
            return kind.live() ? null : dated.plusMonths(freshMonths);
        }
    }

    /** That it answers a question. */
    record Link(QuestionRef question, Answer answer) {}

    /** Who proposed it and when. */
    record Proposed(String account, String name, String body, Instant at) {}

    /** Who decided on it and when. */
    record Decision(String account, String name, Instant at, String words) {}

    /** The same with those links. */
    Evidence with(List<Link> links) {
        Content whole =
                new Content(
                        content.kind(),
                        content.title(),
                        content.reference(),
                        content.dated(),
                        content.freshMonths(),
                        content.owner(),
                        content.words(),
                        links);
        return new Evidence(id, evidence, number, version, ends, whole, proposed, state, decision);
    }

    boolean isOf(String account) {
        return proposed.account().equals(account);
    }

    boolean inForce() {
        return state == State.APPROVED && !ends;
    }

    String path() {
        return "/strategy/rankings/evidence/" + number;
    }
}
