package az.qalxan.engines.synthesis;

/** Names of people, streets and places, with frequencies that fall like those of real names. */
final class PeopleNames {

    private static final String[] MEN = {
        "Əli",
        "Elvin",
        "Rəşad",
        "Vüsal",
        "Orxan",
        "Elçin",
        "Rauf",
        "Tural",
        "Kamran",
        "Anar",
        "Ramil",
        "Elnur",
        "Nicat",
        "Ceyhun",
        "Samir",
        "Emin",
        "Fərid",
        "Murad",
        "Zaur",
        "Vüqar",
        "İlqar",
        "Namiq",
        "Həsən",
        "Hüseyn",
        "Məhəmməd",
        "Rövşən",
        "Şahin",
        "Çingiz",
        "Əkbər",
        "Qasım",
        "Xəyal",
        "Yaqub",
        "Cavid",
        "Tofiq",
        "Ağa",
        "Səməd",
        "İlham",
        "Bəxtiyar",
        "Mübariz",
        "Fuad",
        "Ülvi",
        "Toğrul",
        "Aqil",
        "Nəriman",
        "Oqtay",
        "Pərviz",
        "Sərxan",
        "Telman",
        "Vaqif",
        "Ziya"
    };
    private static final String[] WOMEN = {
        "Aygün", "Leyla", "Nigar", "Günel", "Sevinc", "Gülnar", "Aysel", "Könül", "Nərgiz",
        "Fidan", "Ülviyyə", "Səbinə", "Lalə", "Zəhra", "Fatimə", "Xədicə", "Təranə", "Ruhiyyə",
        "Şəbnəm", "Çiçək", "Jalə", "Mehriban", "İradə", "Nazilə", "Pərvanə", "Qəmər", "Arzu",
        "Validə", "Yeganə", "Türkan", "Gülşən", "Məleykə", "Afaq", "Dilarə", "Esmira", "Həcər",
        "Kəmalə", "Nuray", "Röya", "Cəmilə"
    };
    private static final String[] STEMS = {
        "Məmməd",
        "Əliy",
        "Hüseyn",
        "Həsən",
        "Quliy",
        "İsmayıl",
        "Abdullay",
        "İbrahim",
        "Əhməd",
        "Rəhim",
        "Cəfər",
        "Mustafay",
        "Qasım",
        "Babay",
        "Məmmədquliy",
        "Süleyman",
        "Vəliy",
        "Abbas",
        "Mehdiy",
        "Hacıy",
        "Nəbiy",
        "Kərim",
        "Ağay",
        "Xəlil",
        "Şahbaz",
        "Orucov",
        "Əsgər",
        "Bağır",
        "Zeynal",
        "Mirzəy",
        "Tağıy",
        "Rüstəm",
        "Səfər",
        "Nəsib",
        "Allahverdiy",
        "Eyvaz",
        "Yusif",
        "Qurban",
        "Novruz",
        "Ramazan",
        "Şirin",
        "İskəndər",
        "Cabbar",
        "Kazım",
        "Mahmud",
        "Fərəc",
        "Tahir",
        "Heydər",
        "Bayram",
        "Salman",
        "Musay",
        "Yaqub",
        "Nağıy",
        "Pənah",
        "Sadıq",
        "Çoban",
        "Əzim",
        "Manaf",
        "Xudiy",
        "Əmrah",
        "Göyüş",
        "Dadaş",
        "Kamal",
        "Ələkbər",
        "Həmid",
        "Lətif",
        "Səməd",
        "Tapdıq",
        "Ümid",
        "Vahab",
        "Zərbəliy",
        "Ağabəy",
        "Balay",
        "Cavad",
        "Daşdəmir",
        "Ədil",
        "Fətəliy",
        "Gülməmməd",
        "Hümbət",
        "İldırım"
    };
    private static final String[] RUSSIAN_MEN = {
        "Александр",
        "Сергей",
        "Дмитрий",
        "Андрей",
        "Алексей",
        "Иван",
        "Владимир",
        "Игорь",
        "Олег",
        "Юрий",
        "Виктор",
        "Павел"
    };
    private static final String[] RUSSIAN_WOMEN = {
        "Елена",
        "Ольга",
        "Наталья",
        "Татьяна",
        "Ирина",
        "Светлана",
        "Анна",
        "Марина",
        "Юлия",
        "Екатерина"
    };
    private static final String[] RUSSIAN_FAMILIES = {
        "Иванов", "Смирнов", "Кузнецов", "Попов", "Васильев", "Петров", "Соколов", "Михайлов",
        "Новиков", "Федоров", "Морозов", "Волков", "Алексеев", "Лебедев", "Семенов", "Егоров",
        "Чернышев", "Щукин", "Жуков", "Яковлев"
    };
    private static final String[] TURKISH_FAMILIES = {
        "Yılmaz",
        "Kaya",
        "Demir",
        "Şahin",
        "Çelik",
        "Yıldız",
        "Yıldırım",
        "Öztürk",
        "Aydın",
        "Özdemir",
        "Arslan",
        "Doğan",
        "Kılıç",
        "Aslan",
        "Çetin",
        "Kara",
        "Koç",
        "Kurt",
        "Özkan",
        "Şimşek"
    };
    private static final String[] STREETS = {
        "Nizami",
        "Füzuli",
        "Nəsimi",
        "Xaqani",
        "Səməd Vurğun",
        "Bakıxanov",
        "Üzeyir Hacıbəyli",
        "Cəfər Cabbarlı",
        "Mirzə Ələkbər Sabir",
        "İstiqlaliyyət",
        "Azadlıq",
        "Rəşid Behbudov",
        "Təbriz",
        "Şəhriyar",
        "Əhməd Rəcəbli",
        "Həsən Əliyev",
        "Yusif Vəzir",
        "Zərifə Əliyeva",
        "Gənclər",
        "Neftçilər",
        "Bülbül",
        "Ağa Nemətulla",
        "Mehdi Hüseyn",
        "Caspian",
        "Qara Qarayev",
        "Süleyman Rəhimov",
        "Ziya Bünyadov",
        "Əcəmi",
        "Məmməd Araz",
        "Hüseyn Cavid",
        "İnşaatçılar",
        "Şərifzadə",
        "Dilarə Əliyeva",
        "Xətai",
        "Nəriman Nərimanov",
        "Atatürk",
        "Tolstoy",
        "Puşkin",
        "Koroğlu",
        "Babək",
        "Cavanşir",
        "Qaçaq Nəbi",
        "Aşıq Ələsgər",
        "Vaqif",
        "Natəvan",
        "28 May",
        "20 Yanvar",
        "8 Noyabr",
        "Sülh",
        "Günəşli",
        "Bəhruz Nuriyev",
        "Fətəli Xan",
        "Lermontov",
        "Qoqol",
        "Səttar Bəhlulzadə",
        "Tofiq Məmmədov",
        "Elçin Quliyev",
        "Zivərbəy",
        "Mikayıl Müşfiq",
        "Rəsul Rza"
    };
    private static final String[] TOWNS = {
        "Yasamal:baku:1065",
        "Nəsimi:baku:1010",
        "Xətai:baku:1025",
        "Binəqədi:baku:1130",
        "Nizami:baku:1119",
        "Səbail:baku:1001",
        "Suraxanı:baku:1043",
        "Sabunçu:baku:1078",
        "Əhmədli:baku:1101",
        "Biləcəri:baku:1145",
        "Sumqayıt:absheron:5000",
        "Xırdalan:absheron:0100",
        "Gəncə:ganja:2000",
        "Mingəçevir:shirvan:4500",
        "Şirvan:shirvan:1800",
        "Naxçıvan:nakhchivan:7000",
        "Lənkəran:lankaran:4200",
        "Şəki:sheki:5500",
        "Qəbələ:sheki:3600",
        "Quba:guba:4000",
        "Xaçmaz:guba:2700",
        "Bərdə:karabakh:0900",
        "Ağdam:karabakh:0200",
        "Şamaxı:shirvan:5600",
        "Tovuz:ganja:6000",
        "Qazax:ganja:3500",
        "Zaqatala:sheki:6200",
        "Masallı:lankaran:4400",
        "Cəlilabad:lankaran:1500",
        "Göyçay:shirvan:2300"
    };
    private static final String[] ENDINGS = {"ov", "ov", "ov", "li", "zadə"};
    private static final double SKEW = 1.7;

    private PeopleNames() {}

    /** Whose names they are. */
    enum Origin {
        AZERBAIJANI,
        RUSSIAN,
        TURKISH
    }

    /** A family's name in both forms. */
    record Family(Origin tongue, String man, String woman) {}

    /** A town or district with its region and the first of its postcodes. */
    record Town(String name, String region, int postcode) {}

    static Family family(Dice dice) {
        double origin = dice.unit();
        if (origin < 0.07) {
            String name = pick(dice, RUSSIAN_FAMILIES);
            return new Family(Origin.RUSSIAN, name, name + "а");
        }
        if (origin < 0.10) {
            String name = pick(dice, TURKISH_FAMILIES);
            return new Family(Origin.TURKISH, name, name);
        }
        String stem = pick(dice, STEMS);
        String ending = ENDINGS[dice.below(ENDINGS.length)];
        boolean soft = stem.endsWith("y");
        if (ending.equals("ov")) {
            String name = stem + (soft ? "ev" : "ov");
            return new Family(Origin.AZERBAIJANI, name, name + "a");
        }
        String name = (soft ? stem.substring(0, stem.length() - 1) : stem) + ending;
        return new Family(Origin.AZERBAIJANI, name, name);
    }

    static String given(Dice dice, Origin origin, boolean woman) {
        if (origin == Origin.RUSSIAN) {
            return pick(dice, woman ? RUSSIAN_WOMEN : RUSSIAN_MEN);
        }
        return pick(dice, woman ? WOMEN : MEN);
    }

    static String street(Dice dice) {
        return pick(dice, STREETS);
    }

    static Town town(Dice dice) {
        String[] parts = pick(dice, TOWNS).split(":", -1);
        return new Town(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    /** The first names are the most frequent. */
    private static String pick(Dice dice, String[] names) {
        return names[(int) (names.length * StrictMath.pow(dice.unit(), SKEW))];
    }
}
