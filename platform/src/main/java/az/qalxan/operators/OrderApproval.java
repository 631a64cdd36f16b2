package az.qalxan.operators;

import java.util.Arrays;

/** Whether an order is authorised: ETSI TS 103 120, dictionary AuthorisationStatus. */
enum OrderApproval {
    AWAITING_APPROVAL("AwaitingApproval"),
    EMERGENCY_APPROVAL("EmergencyApproval"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    CANCELLED("Cancelled");

    private final String code;

    OrderApproval(String code) {
        this.code = code;
    }

    /** The value of the dictionary; message key {@code operators.approval.<code>}. */
    String code() {
        return code;
    }

    static OrderApproval of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no approval " + code));
    }
}
