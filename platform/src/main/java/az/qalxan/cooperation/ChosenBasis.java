package az.qalxan.cooperation;

import java.time.Instant;

/**
 * A basis that a request rests on or rested on.
 *
 * @param chosenBy law, person, or nobody when there was none
 * @param reason why a person chose otherwise, or why it was chosen anew
 */
record ChosenBasis(
        int sequence, Instant at, String chosenBy, String reason, String author, LawSnapshot law) {}
