package az.qalxan.engines.warrants;

import java.math.BigInteger;

/** Why an action or a message was not accepted. */
public record ErrorInformation(BigInteger code, String description) {

    /** From a number and a sentence. */
    public static ErrorInformation of(int code, String description) {
        return new ErrorInformation(BigInteger.valueOf(code), description);
    }
}
