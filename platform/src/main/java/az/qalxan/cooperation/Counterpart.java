package az.qalxan.cooperation;

import java.time.ZoneId;

/**
 * The foreign side of a request, in the fields of the T-CY forms.
 *
 * @param state ISO 3166-1 alpha-2
 * @param name of the authority or contact point
 * @param zone where its clocks stand
 * @param reference the other side's own number
 * @param hours when somebody is there; empty when always or not known
 * @param reply how it wants to be answered
 */
public record Counterpart(
        String state,
        String name,
        ZoneId zone,
        String reference,
        String person,
        String email,
        String phone,
        String address,
        String hours,
        String reply) {

    Counterpart referred(String number) {
        return new Counterpart(
                state, name, zone, number, person, email, phone, address, hours, reply);
    }
}
