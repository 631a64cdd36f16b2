package az.qalxan.engines.threatintel.csaf;

/** The editions of CSAF that are judged. */
public enum CsafVersion {
    V2_0("2.0"),
    V2_1("2.1");

    private final String number;

    CsafVersion(String number) {
        this.number = number;
    }

    public String number() {
        return number;
    }
}
