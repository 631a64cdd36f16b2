package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.progress.MeasureStanding.Flag;
import az.qalxan.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a body.
 *
 * @param mine measures of the body with something that only it can do, the most pressing first
 * @param confirmable claims of others that the body has not judged, those of its measures first
 * @param byLead what should make somebody look, by the body that leads
 */
record QueuePage(
        String body,
        BodyNames names,
        List<Mine> mine,
        List<Judge> confirmable,
        List<OfLead> byLead,
        Calendar calendar) {

    /** Why a measure waits; in the order of urgency. */
    enum Reason {
        DISPUTE,
        LATE,
        SILENT,
        CRITERION,
        WITHOUT_EVIDENCE;

        /** Message key {@code progress.waits.<code>}. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A measure that waits for the body.
     *
     * @param leads whether the body leads it
     * @param dispute the stage whose dispute waits for an answer; null without one
     */
    record Mine(
            MeasureCode code,
            Words title,
            boolean leads,
            Set<Reason> reasons,
            @Nullable Stage dispute,
            @Nullable Instant saidAt) {

        String path() {
            return dispute == null
                    ? "/strategy/measures/" + code + "#progress"
                    : "/strategy/progress/" + code + "/" + dispute.code();
        }
    }

    /**
     * A claim that the body may judge.
     *
     * @param concerned whether the body has a part in the measure
     */
    record Judge(Claim claim, Words title, boolean concerned) {

        String path() {
            return "/strategy/progress/"
                    + claim.measure()
                    + "/"
                    + claim.stage().code()
                    + "#claim-"
                    + claim.id();
        }
    }

    /** How many measures a body leads, how many are done, and which should be looked at. */
    record OfLead(String body, int measures, int reached, Map<Flag, Long> flags) {

        long flagged(Flag flag) {
            return flags.getOrDefault(flag, 0L);
        }
    }

    /**
     * When the body reports, and how it was reminded.
     *
     * @param verified whether the dates were read in a source
     */
    record Calendar(LocalDate next, Words source, boolean verified, List<Reminder> reminders) {

        Calendar {
            reminders = List.copyOf(reminders);
        }
    }

    QueuePage {
        mine = List.copyOf(mine);
        confirmable = List.copyOf(confirmable);
        byLead = List.copyOf(byLead);
    }

    String acronym(String code, Language language) {
        return names.acronym(new BodyCode(code), language);
    }

    boolean quiet() {
        return mine.isEmpty() && confirmable.isEmpty();
    }
}
