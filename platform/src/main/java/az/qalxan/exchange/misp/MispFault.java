package az.qalxan.exchange.misp;

import java.util.List;

/** Ends a request with an error message of MISP; thrown at the edge only. */
final class MispFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final transient List<String> errors;

    private MispFault(int status, String name, List<String> errors) {
        super(name, null, false, false);
        this.status = status;
        this.name = name;
        this.errors = List.copyOf(errors);
    }

    static MispFault malformed(List<String> errors) {
        return new MispFault(400, "The request cannot be understood.", errors);
    }

    static MispFault malformed(String error) {
        return malformed(List.of(error));
    }

    static MispFault forbidden(String words) {
        return new MispFault(403, words, List.of());
    }

    static MispFault notFound(String what) {
        return new MispFault(404, "Invalid " + what + ".", List.of());
    }

    static MispFault tooLarge(String words) {
        return new MispFault(413, "The body is too large.", List.of(words));
    }

    int status() {
        return status;
    }

    String name() {
        return name;
    }

    List<String> errors() {
        return errors;
    }
}
