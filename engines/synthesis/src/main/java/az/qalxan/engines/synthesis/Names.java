package az.qalxan.engines.synthesis;

/** Fictional domains, links, e-mail addresses and handles; every serial gives another one. */
final class Names {

    /** RFC 2606, section 2: top-level domains that never exist. */
    private static final String[] ENDINGS = {".example", ".test", ".invalid"};

    private static final String[] FICTION = {
        "sinaq", "misal", "numune", "uydurma", "qondarma", "xeyali", "nagil", "ornek"
    };
    private static final String[] FIRST = {
        "kuryer", "poct", "bank", "kart", "odenis", "onlayn", "sifaris", "catdirilma", "mukafat",
        "kredit", "sayt", "hesab", "tesdiq", "elan", "bazar", "qazanc", "treyd", "kapital",
        "gomruk", "baglama", "kampaniya", "cuzdan", "mobil", "xidmet"
    };
    private static final String[] SECOND = {
        "merkezi", "az24", "info", "giris", "portal", "yoxlama", "bonus", "destek", "plus", "shop",
        "sat", "al", "market", "pay", "online", "pro", "club", "global", "express", "vip", "net",
        "ekspres", "sistem", "zona"
    };
    private static final String[] PATHS = {
        "/odenis",
        "/pay",
        "/t/",
        "/giris",
        "/tesdiq",
        "/login",
        "/c/",
        "/kart",
        "/sifaris",
        "/az",
        "/verify",
        "/qebul",
        "/id/",
        "/s/",
        "/bonus",
        "/order"
    };
    private static final String[] HOSTS = {
        "pulsuz-sayt.example", "sehifem.test", "vitrin.invalid", "mini-dukan.example"
    };
    private static final int NUMBERS = 100_000;
    private static final long SIZE = (long) FIRST.length * SECOND.length * NUMBERS;

    private final long seed;
    private final double sharedSites;
    private final Scramble sites;
    private final Scramble mailboxes;
    private final Scramble profiles;

    /** {@code sharedSites} of the domains lie below one that anybody may use. */
    Names(long seed, double sharedSites) {
        this.seed = seed;
        this.sharedSites = sharedSites;
        this.sites = new Scramble(SIZE, seed + 21);
        this.mailboxes = new Scramble(SIZE, seed + 22);
        this.profiles = new Scramble(SIZE, seed + 23);
    }

    String domain(long serial) {
        long place = sites.of(serial);
        int number = (int) (place % NUMBERS);
        int words = (int) (place / NUMBERS);
        return FIRST[words % FIRST.length]
                + "-"
                + SECOND[words / FIRST.length]
                + number
                + ending(serial, number);
    }

    private String ending(long serial, int number) {
        boolean shared = Dice.unit(seed ^ Dice.mix(serial), 0x484F5354) < sharedSites;
        return shared ? "." + HOSTS[number % HOSTS.length] : ENDINGS[number % ENDINGS.length];
    }

    String url(long serial) {
        String path = PATHS[(int) (place(serial, 1) % PATHS.length)];
        return "https://"
                + domain(serial)
                + path
                + (path.endsWith("/") ? Long.toString(place(serial, 2) % 1_679_616, 36) : "");
    }

    String email(long serial) {
        long place = mailboxes.of(serial);
        int words = (int) (place / NUMBERS);
        int number = (int) (place % NUMBERS);
        return FIRST[words % FIRST.length]
                + "."
                + SECOND[words / FIRST.length]
                + number
                + "@"
                + FICTION[number % FICTION.length]
                + "-poct"
                + ENDINGS[number / FICTION.length % ENDINGS.length];
    }

    String handle(long serial) {
        long place = profiles.of(serial);
        int words = (int) (place / NUMBERS);
        int number = (int) (place % NUMBERS);
        return "@"
                + FICTION[number % FICTION.length]
                + "_"
                + FIRST[words % FIRST.length]
                + "_"
                + SECOND[words / FIRST.length]
                + number;
    }

    private long place(long serial, long purpose) {
        return Dice.mix(seed ^ Dice.mix(serial * 4 + purpose)) >>> 1;
    }
}
