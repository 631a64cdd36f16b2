package az.qalxan.engines.synthesis;

/** The fictional banks: innocent hubs that many unrelated victims mention. */
enum Bank {
    NUMUNE("Nümunə Bank", "«Нюмуне Банк»", "numunebank"),
    SINAQ("Sınaq Bank", "«Сынаг Банк»", "sinaqbank"),
    MISAL("Misal Bank", "«Мисал Банк»", "misalbank"),
    TECRUBE("Təcrübə Bank", "«Таджрюбе Банк»", "tecrubebank"),
    ORNEK("Örnək Bank", "«Орнек Банк»", "ornekbank");

    private static final Bank[] ALL = values();

    private final String latin;
    private final String cyrillic;
    private final String site;

    Bank(String latin, String cyrillic, String site) {
        this.latin = latin;
        this.cyrillic = cyrillic;
        this.site = site;
    }

    static Bank of(int number) {
        return ALL[Math.floorMod(number, ALL.length)];
    }

    String name(Tongue tongue) {
        return tongue == Tongue.RU ? cyrillic : latin;
    }

    String phone() {
        return "+99412555" + Digits.padded(100 + ordinal(), 4);
    }

    String domain() {
        return site + ".example";
    }

    String email() {
        return "destek@" + domain();
    }
}
