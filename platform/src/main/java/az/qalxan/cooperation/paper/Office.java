package az.qalxan.cooperation.paper;

/** An office, who speaks for it and how to reach it; field 7 of the T-CY templates. */
public record Office(
        String organisation,
        String person,
        String address,
        String phone,
        String mobile,
        String email,
        String fax) {

    /** An office of which only the name is known. */
    public static Office named(String organisation) {
        return new Office(organisation, "", "", "", "", "", "");
    }
}
