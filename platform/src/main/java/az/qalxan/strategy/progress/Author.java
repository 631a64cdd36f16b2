package az.qalxan.strategy.progress;

import az.qalxan.access.Caller;

/** Who said something, and for which body. */
record Author(String body, String account, String name) {

    static Author of(Caller caller) {
        return new Author(caller.body().value(), caller.account().toString(), caller.name());
    }
}
