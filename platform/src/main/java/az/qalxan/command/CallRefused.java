package az.qalxan.command;

/** Why a server or a data folder did not do what a command asked for. */
class CallRefused extends Exception {

    private static final long serialVersionUID = 1L;

    CallRefused(String why) {
        super(why);
    }
}
