package az.qalxan.cooperation.paper;

/** Whom to ask whether the paper is genuine; field 6 of the T-CY templates. */
public record Confirmation(
        String name, String title, String function, String phone, String mobile, String email) {}
