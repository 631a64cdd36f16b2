package az.qalxan.command;

/** Says what is wrong with a table or a schema, and where. */
final class LinkRefused extends Exception {

    private static final long serialVersionUID = 1L;

    LinkRefused(String why) {
        super(why);
    }
}
