package az.qalxan.exchange;

/**
 * By which door something leaves.
 *
 * @param door taxii, page or api
 * @param what objects, manifest or versions
 * @param receiver the name of the person or program
 */
public record Exit(String door, String what, String receiver) {

    public static Exit taxii(String what, String receiver) {
        return new Exit("taxii", what, receiver);
    }
}
