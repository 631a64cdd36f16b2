package az.qalxan.access;

import org.springframework.context.ApplicationContext;

/** Reads the code that a test account's authenticator app would show now. */
public final class TestCodes {

    private TestCodes() {}

    public static String now(ApplicationContext context, TestAccount account) {
        return context.getBean(SecondFactors.class).currentCode(account.id());
    }
}
