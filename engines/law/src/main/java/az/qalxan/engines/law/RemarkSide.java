package az.qalxan.engines.law;

/** On which side of a request the named states must stand for a remark to matter. */
public enum RemarkSide {
    SENDER,
    RECEIVER,
    EITHER
}
