package az.qalxan.engines.synthesis;

import java.util.List;
import java.util.Locale;

/** The kinds of cybercrime, how frequent they are and what traces they leave. */
enum Crime {
    PHONE_FRAUD(
            new Frequency(190, 260),
            new Damage(0.82, 620, 1.1, "bank"),
            new Pace(Hours.OFFICE, 5),
            "phone 0.92 card 0.34 iban 0.2 url 0.12"),
    CARD_THEFT(
            new Frequency(150, 190),
            new Damage(0.85, 260, 0.9, "card"),
            new Pace(Hours.DAILY, 9),
            "url 0.72 phone 0.55 domain 0.15 email 0.08"),
    SHOPPING_FRAUD(
            new Frequency(170, 170),
            new Damage(0.93, 140, 0.9, "bank"),
            new Pace(Hours.DAILY, 90),
            "handle 0.5 card 0.5 phone 0.58 iban 0.12 domain 0.16"),
    INVESTMENT_FRAUD(
            new Frequency(70, 95),
            new Damage(0.95, 2_900, 1.25, "crypto"),
            new Pace(Hours.OFFICE, 420),
            "phone 0.6 domain 0.62 wallet 0.46 handle 0.4 iban 0.25 email 0.18"),
    ACCOUNT_TAKEOVER(
            new Frequency(85, 60),
            new Damage(0.18, 190, 0.9, "bank"),
            new Pace(Hours.EVENING, 20),
            "url 0.5 handle 0.55 phone 0.32 email 0.28 card 0.14"),
    IDENTITY_IMPERSONATION(
            new Frequency(55, 60),
            new Damage(0.6, 410, 1.0, "bank"),
            new Pace(Hours.EVENING, 16),
            "phone 0.66 handle 0.56 card 0.48 iban 0.14"),
    SEXTORTION(
            new Frequency(25, 28),
            new Damage(0.42, 300, 0.9, "wallet"),
            new Pace(Hours.EVENING, 40),
            "handle 0.8 phone 0.4 card 0.32 wallet 0.26"),
    CHILD_ABUSE_MATERIAL(
            new Frequency(8, 0),
            new Damage(0, 1, 0, "bank"),
            new Pace(Hours.EVENING, 12),
            "url 0.55 domain 0.25 handle 0.3"),
    ONLINE_HARASSMENT(
            new Frequency(45, 0),
            new Damage(0, 1, 0, "bank"),
            new Pace(Hours.EVENING, 70),
            "handle 0.78 phone 0.34 email 0.12"),
    RANSOMWARE(
            new Frequency(10, 14),
            new Damage(0.2, 9_000, 1.1, "crypto"),
            new Pace(Hours.ROUND, 14),
            "wallet 0.75 email 0.75 ip 0.4 domain 0.2"),
    MALWARE(
            new Frequency(25, 22),
            new Damage(0.34, 480, 1.0, "bank"),
            new Pace(Hours.DAILY, 26),
            "url 0.62 domain 0.3 phone 0.3 ip 0.16 email 0.14"),
    UNAUTHORISED_ACCESS(
            new Frequency(30, 8),
            new Damage(0.1, 700, 1.0, "bank"),
            new Pace(Hours.ROUND, 48),
            "ip 0.6 email 0.34 domain 0.2"),
    DATA_THEFT(
            new Frequency(15, 5),
            new Damage(0.06, 2_500, 1.0, "bank"),
            new Pace(Hours.ROUND, 120),
            "email 0.5 domain 0.36 ip 0.34 handle 0.24"),
    DDOS(
            new Frequency(5, 2),
            new Damage(0.12, 5_200, 0.8, "bank"),
            new Pace(Hours.ROUND, 8),
            "ip 0.86 email 0.26 wallet 0.2"),
    BUSINESS_EMAIL_COMPROMISE(
            new Frequency(12, 14),
            new Damage(0.8, 16_500, 1.0, "bank"),
            new Pace(Hours.OFFICE, 60),
            "email 0.88 iban 0.8 domain 0.34"),
    JOB_FRAUD(
            new Frequency(40, 50),
            new Damage(0.86, 330, 1.0, "card"),
            new Pace(Hours.DAILY, 130),
            "handle 0.66 domain 0.34 card 0.42 wallet 0.2 phone 0.46"),
    LOAN_FRAUD(
            new Frequency(35, 42),
            new Damage(0.9, 210, 0.8, "card"),
            new Pace(Hours.OFFICE, 72),
            "phone 0.72 handle 0.4 card 0.6 domain 0.22"),
    CRYPTO_THEFT(
            new Frequency(15, 14),
            new Damage(0.97, 2_400, 1.2, "crypto"),
            new Pace(Hours.ROUND, 30),
            "wallet 0.86 url 0.52 handle 0.36"),
    SIM_SWAP(
            new Frequency(7, 6),
            new Damage(0.66, 1_900, 1.0, "bank"),
            new Pace(Hours.OFFICE, 18),
            "iban 0.5 phone 0.44 card 0.36 ip 0.12"),
    ROMANCE_FRAUD(
            new Frequency(18, 18),
            new Damage(0.92, 1_700, 1.1, "wallet"),
            new Pace(Hours.EVENING, 700),
            "handle 0.76 phone 0.46 iban 0.34 email 0.3 wallet 0.2");

    private static final Weighted<Crime> SINGLE =
            Weighted.of(List.of(values()), c -> c.frequency.single);
    private static final Weighted<Crime> RING =
            Weighted.of(List.of(values()), c -> c.frequency.ring);

    /** Weights among the single reports and among the rings. */
    record Frequency(int single, int ring) {}

    /** Share of reports with a loss, median in AZN, spread of its logarithm, way of paying. */
    record Damage(double share, double median, double sigma, String way) {}

    /** When it happens, and the median hours until it is reported. */
    record Pace(Hours hours, double delayHours) {}

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Frequency frequency;
    private final Damage damage;
    private final Pace pace;
    private final double[] traces = new double[Kind.values().length];

    Crime(Frequency frequency, Damage damage, Pace pace, String traces) {
        this.frequency = frequency;
        this.damage = damage;
        this.pace = pace;
        String[] cells = traces.split(" ");
        for (int i = 0; i < cells.length; i += 2) {
            Kind kind = Kind.valueOf(cells[i].toUpperCase(Locale.ROOT));
            this.traces[kind.ordinal()] = Double.parseDouble(cells[i + 1]);
        }
    }

    static Crime single(Dice dice) {
        return SINGLE.pick(dice);
    }

    static Crime ring(Dice dice) {
        return RING.pick(dice);
    }

    String code() {
        return code;
    }

    Damage damage() {
        return damage;
    }

    Pace pace() {
        return pace;
    }

    /** Chance that a report of this crime states an identifier of the kind. */
    double trace(Kind kind) {
        return traces[kind.ordinal()];
    }

    /** Whether the victim is mostly an organisation, for which somebody reports. */
    boolean hitsOrganisations() {
        return switch (this) {
            case RANSOMWARE, DDOS, DATA_THEFT, BUSINESS_EMAIL_COMPROMISE -> true;
            case PHONE_FRAUD,
                    CARD_THEFT,
                    SHOPPING_FRAUD,
                    INVESTMENT_FRAUD,
                    ACCOUNT_TAKEOVER,
                    IDENTITY_IMPERSONATION,
                    SEXTORTION,
                    CHILD_ABUSE_MATERIAL,
                    ONLINE_HARASSMENT,
                    MALWARE,
                    UNAUTHORISED_ACCESS,
                    JOB_FRAUD,
                    LOAN_FRAUD,
                    CRYPTO_THEFT,
                    SIM_SWAP,
                    ROMANCE_FRAUD ->
                    false;
        };
    }
}
