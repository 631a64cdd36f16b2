package az.qalxan.engines.law;

/** What a body can be competent for. */
public enum Function {
    ASSISTANCE_SENDING(
            "hüquqi yardım sorğularının göndərilməsi", "sending requests for assistance"),
    ASSISTANCE_RECEIVING("hüquqi yardım sorğularının qəbulu", "receiving requests for assistance"),
    ASSISTANCE_URGENT("təcili hüquqi yardım sorğuları", "urgent requests for assistance"),
    POINT_24_7("24/7 əlaqə nöqtəsi", "the 24/7 point"),
    EXTRADITION("ekstradisiya", "extradition"),
    PROVISIONAL_ARREST("müvəqqəti həbs", "provisional arrest"),
    TRANSFER_OF_PROCEEDINGS("cinayət təqibinin ötürülməsi", "transfer of proceedings"),
    JOINT_INVESTIGATION("birgə istintaq", "joint investigations"),
    OPERATOR_ORDERS("operatora sorğular", "orders to operators"),
    /** The operator itself, which answers. */
    OPERATOR_ANSWERS("operatorun cavabı", "answers of operators");

    private final Wording wording;

    Function(String az, String en) {
        this.wording = Wording.of(az, en);
    }

    /** What people call it. */
    public Wording wording() {
        return wording;
    }
}
