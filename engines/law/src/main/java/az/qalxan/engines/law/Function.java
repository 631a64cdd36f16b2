package az.qalxan.engines.law;

/** What a body can be competent for. */
public enum Function {
    ASSISTANCE_SENDING,
    ASSISTANCE_RECEIVING,
    ASSISTANCE_URGENT,
    POINT_24_7,
    EXTRADITION,
    PROVISIONAL_ARREST,
    TRANSFER_OF_PROCEEDINGS,
    JOINT_INVESTIGATION,
    OPERATOR_ORDERS,
    /** The operator itself, which answers. */
    OPERATOR_ANSWERS
}
