package az.qalxan.access;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs people and programs in for the tests of every module. */
public final class SignedIn {

    private SignedIn() {}

    /** A caller that exists in no table: enough for rights and row-level security. */
    public static Caller caller(String body, Role... roles) {
        return new Caller(
                new AccountId(UUID.randomUUID()),
                "Test " + body,
                new BodyCode(body),
                Set.of(roles));
    }

    /** Makes a MockMvc request come from a person of that body in those roles. */
    public static RequestPostProcessor as(String body, Role... roles) {
        return as(caller(body, roles));
    }

    /** Makes a MockMvc request come from that person, with both factors given. */
    public static RequestPostProcessor as(Caller caller) {
        Proof proof =
                Proof.of(
                        new SignedInPerson(caller),
                        Set.of(Factor.PASSWORD, Factor.TOTP),
                        Clock.systemUTC().instant());
        return SecurityMockMvcRequestPostProcessors.authentication(proof);
    }

    /** Runs work with that caller's identity on every transaction, as a request of theirs would. */
    public static void run(Caller caller, Runnable work) {
        ActingAs.run(caller.identity(), work);
    }

    /** Creates an account with a confirmed authenticator app; its name is unique in the run. */
    public static TestAccount account(Accounts accounts, String body, Role... roles) {
        UserName name = new UserName("t-" + UUID.randomUUID().toString().substring(0, 13));
        NewAccount wanted =
                new NewAccount(name, "Sınaq " + name, new BodyCode(body), Set.of(roles));
        AccountId id =
                ActingAs.call(
                        TransactionIdentity.job("test"),
                        () -> accounts.createDemo(wanted, TestAccount.PASSWORD));
        return new TestAccount(id, name, wanted.body(), wanted.roles());
    }

    /** Registers a program of a body; the answer is its bearer token. */
    public static String token(ApiClients clients, String body, Role... roles) {
        NewApiClient client =
                new NewApiClient(
                        "Sınaq proqramı",
                        new BodyCode(body),
                        Set.of(roles),
                        java.time.Duration.ofDays(1));
        return ActingAs.call(TransactionIdentity.job("test"), () -> clients.register(client));
    }
}
