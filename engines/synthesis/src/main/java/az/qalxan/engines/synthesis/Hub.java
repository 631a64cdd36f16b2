package az.qalxan.engines.synthesis;

/** The innocent identifiers that a story can name by a slot. */
enum Hub {
    BANKPHONE(Kind.PHONE),
    BANKDOMAIN(Kind.DOMAIN),
    BANKMAIL(Kind.EMAIL),
    MARKET(Kind.DOMAIN),
    STATELINE(Kind.PHONE),
    STATEPORTAL(Kind.DOMAIN),
    BILL(Kind.IBAN);

    private static final String[] MARKETS = {"elanlar.example", "bazarlar.test"};
    private static final String UTILITY = Accounts.hubIban(7_700);

    private final Kind kind;

    Hub(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The normalised value; {@code lot} picks among several of one sort. */
    String value(Bank bank, int lot) {
        return switch (this) {
            case BANKPHONE -> bank.phone();
            case BANKDOMAIN -> bank.domain();
            case BANKMAIL -> bank.email();
            case MARKET -> MARKETS[lot % MARKETS.length];
            case STATELINE -> "+994125550001";
            case STATEPORTAL -> "e-xidmet.example";
            case BILL -> UTILITY;
        };
    }
}
