package az.qalxan.access;

import java.security.Principal;

/** A person with both factors given, or sent by an outside provider. */
record SignedInPerson(Caller caller) implements HasCaller, Principal {

    @Override
    public String getName() {
        return caller.account().toString();
    }
}
