package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.List;

/**
 * The law on one day.
 *
 * @param participations of every state in every treaty, in order of treaty and state
 * @param laws of states that are in force that day
 * @param near steps of states towards treaties in the year before and after, in order of time
 */
public record LawDay(
        LocalDate on,
        List<Participation> participations,
        List<Instrument> laws,
        List<Statement> statements,
        List<Power> powers,
        List<TreatyEvent> near) {

    public LawDay {
        participations = List.copyOf(participations);
        laws = List.copyOf(laws);
        statements = List.copyOf(statements);
        powers = List.copyOf(powers);
        near = List.copyOf(near);
    }
}
