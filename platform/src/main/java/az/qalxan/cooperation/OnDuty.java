package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import java.time.Instant;
import java.util.List;

/** Who is on duty; the roster answers. */
public interface OnDuty {

    /**
     * A person who is there.
     *
     * @param address where messages reach them; empty for none
     */
    record Person(String account, String name, String address, String phone) {}

    /**
     * Those on duty for that body at a moment.
     *
     * @param post officer or head
     */
    List<Person> at(BodyCode body, String post, Instant moment);

    /** The address under which that account was last reached on duty; empty for none. */
    String address(String account);
}
