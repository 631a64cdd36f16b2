package az.qalxan.command;

/** Says that the file, the server or the state did not allow an import; the message says why. */
final class ImportRefused extends Exception {

    private static final long serialVersionUID = 1L;

    ImportRefused(String why) {
        super(why);
    }
}
