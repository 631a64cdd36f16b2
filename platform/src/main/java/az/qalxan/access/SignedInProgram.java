package az.qalxan.access;

import java.security.Principal;

/** A body's program that has shown its token. */
record SignedInProgram(Caller caller) implements HasCaller, Principal {

    @Override
    public String getName() {
        return caller.account().toString();
    }
}
