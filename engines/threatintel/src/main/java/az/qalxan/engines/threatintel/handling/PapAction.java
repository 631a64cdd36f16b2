package az.qalxan.engines.threatintel.handling;

/** What somebody may do with knowledge of an attacker, from the quietest to the loudest. */
public enum PapAction {
    /** Looks through logs and records of one's own. */
    SEARCH_OWN_RECORDS,
    /** Asks a service of somebody else, which learns what was asked. */
    ASK_OTHERS,
    /** Connects to, blocks or disturbs what belongs to the attacker. */
    ACT_ON_TARGET,
    /** Tells everybody. */
    PUBLISH
}
