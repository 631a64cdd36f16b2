package az.qalxan.operators;

import java.util.Arrays;
import java.util.Optional;

/** Where an order stands: ETSI TS 103 120, dictionary LDTaskStatus. */
enum OrderStatus {
    AWAITING_APPROVAL("AwaitingApproval"),
    AWAITING_DISCLOSURE("AwaitingDisclosure"),
    DISCLOSED("Disclosed"),
    DISCLOSURE_NOT_AVAILABLE("DisclosureNotAvailable"),
    REJECTED("Rejected"),
    CANCELLED("Cancelled"),
    ERROR("Error"),
    INVALID("Invalid");

    private final String code;

    OrderStatus(String code) {
        this.code = code;
    }

    /** The value of the dictionary; message key {@code operators.status.<code>}. */
    String code() {
        return code;
    }

    static Optional<OrderStatus> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    boolean open() {
        return this == AWAITING_APPROVAL || this == AWAITING_DISCLOSURE;
    }
}
