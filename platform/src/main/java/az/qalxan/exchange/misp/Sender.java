package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.exchange.Reachable;
import java.util.Objects;

/**
 * In whose name events are taken.
 *
 * @param code nobody else may change what was taken under it: the body's, or a server's
 * @param body who holds what was taken
 * @param ceiling the narrowest marking that is taken
 */
record Sender(String code, String body, String name, Handling ceiling) {

    static Sender of(Caller caller, Reachable place) {
        Handling own = Objects.requireNonNull(place.writesUpTo());
        Handling most = place.collection().ceiling();
        return new Sender(
                caller.body().value(),
                caller.body().value(),
                caller.name(),
                own.compareTo(most) < 0 ? own : most);
    }
}
