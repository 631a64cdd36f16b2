package az.qalxan.deconfliction;

import java.time.LocalDate;

/**
 * The numbers of one version of the pack's rules.
 *
 * @param hubReports an identifier in so many reports tells nothing
 * @param consentDaysMax for how many days a consent may hold
 * @param reminderDays how long before its end an entry of a watch list is brought to mind
 */
record Rules(
        LocalDate from,
        boolean verified,
        int hubReports,
        Budget budget,
        int consentDaysMax,
        int watchesLiveMax,
        int watchesNewPerDayMax,
        int reminderDays) {

    /**
     * What a source may learn.
     *
     * @param toldPerDay matches of a person or program on a day
     * @param toldPer30Days the same on thirty days
     * @param toldPerBody matches on a day that come of what reached a body from outside
     * @param barePerDay reports of one source with a single identifier and hardly a word
     * @param bareStoryChars how long the story of such a report is at most
     * @param asksPerDay questions of one person on a day
     */
    record Budget(
            int toldPerDay,
            int toldPer30Days,
            int toldPerBody,
            int barePerDay,
            int bareStoryChars,
            int asksPerDay) {}
}
