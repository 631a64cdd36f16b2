package az.qalxan.demo;

import az.qalxan.access.Account;
import az.qalxan.access.AccountId;
import az.qalxan.access.Accounts;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.NewAccount;
import az.qalxan.access.Role;
import az.qalxan.access.UserName;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Invented people, at least one per role; their password is printed at the start and means nothing.
 */
@Component
public class DemoPeople {

    /** The invented court whose clerk can sign in. */
    public static final String COURT = "numune-mehkeme";

    private static final String PASSWORD = "Qalxan-numayis-2026";

    private record Person(Role role, String body, String username, String name) {}

    private static final List<Person> PEOPLE =
            List.of(
                    new Person(Role.DUTY_OFFICER, "din", "novbetci", "Aynur Nümunəli"),
                    new Person(Role.INVESTIGATOR, "din", "mustentiq", "Elçin Sınaqlı"),
                    new Person(Role.PROSECUTOR, "bp", "prokuror", "Günel Misallı"),
                    new Person(Role.COURT_CLERK, COURT, "katib", "Nərgiz Sınaqlı"),
                    new Person(Role.LAWYER, "en", "huquqsunas", "Aytən Misallı"),
                    new Person(Role.LAWYER, "dtx", "huquqsunas-dtx", "Rəşad Nümunəli"),
                    new Person(Role.DUTY_OFFICER, "dtx", "novbetci-dtx", "Orxan Nümunəli"),
                    new Person(Role.INVESTIGATOR, "dtx", "mustentiq-dtx", "Nigar Sınaqlı"),
                    new Person(Role.CERT_ANALYST, "xritdx", "analitik", "Şahin Sınaqlı"),
                    new Person(Role.CERT_ANALYST, "xritdx", "analitik-2", "Ruslan Nümunəli"),
                    new Person(Role.CERT_ANALYST, "din", "analitik-din", "Kənan Nümunəli"),
                    new Person(Role.CERT_ANALYST, "rinn", "analitik-rinn", "Aysel Sınaqlı"),
                    new Person(Role.INVESTIGATOR, "din", "mustentiq-2", "Rövşən Sınaqlı"),
                    new Person(Role.INVESTIGATOR, "din", "mustentiq-3", "Sevda Misallı"),
                    new Person(
                            Role.OPERATOR_CONTACT,
                            DemoOperators.FIRST,
                            "operator",
                            "Leyla Misallı"),
                    new Person(
                            Role.OPERATOR_CONTACT, "misal-telekom", "operator-2", "Tural Nümunəli"),
                    new Person(Role.COORDINATOR, "rinn", "reyestr", "Zəhra Sınaqlı"),
                    new Person(Role.COORDINATOR, "dtx", "koordinator", "İlqar Nümunəli"),
                    new Person(Role.COORDINATOR, "xritdx", "koordinator-xritdx", "Nərmin Misallı"),
                    new Person(Role.COORDINATOR, "rinn", "koordinator-rinn", "Vüqar Sınaqlı"),
                    new Person(Role.COORDINATOR, "din", "koordinator-din", "Səbinə Nümunəli"),
                    new Person(Role.COORDINATOR, "nk", "koordinator-nk", "Kamran Misallı"),
                    new Person(Role.COORDINATOR, "etn", "koordinator-etn", "Lalə Sınaqlı"),
                    new Person(Role.COORDINATOR, "in", "koordinator-in", "Fuad Nümunəli"),
                    new Person(Role.COORDINATOR, "aqupdk", "koordinator-aqupdk", "Xədicə Misallı"),
                    new Person(Role.STATISTICIAN, "din", "statistik", "Ülviyyə Sınaqlı"),
                    new Person(Role.AUDITOR, "bp", "auditor", "Çingiz Misallı"),
                    new Person(Role.ADMINISTRATOR, "xritdx", "inzibatci", "Ədalət Nümunəli"));

    private final Accounts accounts;

    DemoPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Makes sure that the people have accounts, and says how each signs in. */
    public List<DemoSignIn> introduce() {
        return ActingAs.call(
                TransactionIdentity.job("demo"),
                () -> PEOPLE.stream().map(this::introduce).toList());
    }

    /** The person of that role at that body who plays in the country's past. */
    public Caller caller(Role role, String body) {
        Person person =
                PEOPLE.stream()
                        .filter(one -> one.role() == role && one.body().equals(body))
                        .findAny()
                        .orElseThrow();
        AccountId account =
                accounts.find(new UserName(person.username())).map(Account::id).orElseThrow();
        return new Caller(account, person.name(), new BodyCode(body), Set.of(role));
    }

    /** The person who signs in under that name. */
    public Caller named(String username) {
        Person person =
                PEOPLE.stream()
                        .filter(one -> one.username().equals(username))
                        .findAny()
                        .orElseThrow();
        AccountId account = accounts.find(new UserName(username)).map(Account::id).orElseThrow();
        return new Caller(
                account, person.name(), new BodyCode(person.body()), Set.of(person.role()));
    }

    private DemoSignIn introduce(Person person) {
        UserName name = new UserName(person.username());
        if (accounts.find(name).isEmpty()) {
            accounts.createDemo(
                    new NewAccount(
                            name,
                            person.name(),
                            new BodyCode(person.body()),
                            Set.of(person.role())),
                    PASSWORD);
        }
        return new DemoSignIn(person.role(), person.body(), person.username(), PASSWORD);
    }
}
