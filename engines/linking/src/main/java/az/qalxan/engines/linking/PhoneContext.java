package az.qalxan.engines.linking;

import java.util.List;

/** What the words around a digit run say about it. */
record PhoneContext(boolean phone, boolean otherNumber, boolean cyrillic) {

    private static final WordList PHONE_WORDS =
            WordList.of(
                    """
                    nomr* zeng* telefon* tel tlf mob mobil* elaqe* whatsap* whatsup* vatsap*
                    votsap* wp wa wats* viber* numara* ara arayin* arad* ariyor* ariyo* sms mesaj*
                    номер* тел телефон* звон* позвон* перезвон* звал* связ* ватсап* вотсап* вацап*
                    вайбер* смс моб сот number* phone* call* rang text* hotline contact* cell
                    mobile zvon* nomer* cagri* xett*
                    """);
    private static final int FOLLOWING = 2;
    private static final WordList NUMBER_WORDS = WordList.of("nomr* number* numara* номер* nomer*");
    private static final WordList OTHER_NUMBER_WORDS =
            WordList.of(
                    """
                    voen* fin inn инн tin tckn kimlik* sifaris* siparis* order* заказ* track* трек*
                    izleme* kod kodu kodum code код № # id imei invoice* faktura* qaime* fatura*
                    seriya* serial* muqavile* договор* contract* protokol* ticket* bilet* билет*
                    ref referans* emeliyyat* tranzaksiya* transaction* cek qebz* chek чек*
                    sv passport* pasport* паспорт* vergi* снилс огрн sertifikat* baglama* posilka*
                    посылк* дело erize* muraciet* barkod* swift
                    abonent* musteri*
                    """);
    private static final WordList MONEY_WORDS =
            WordList.of(
                    """
                    azn man manat* usd eur euro dollar* try tl lira* rub руб* рубл* usdt btc eth
                    доллар* евро ман манат* qepik* rubl*
                    """);

    static PhoneContext assumed() {
        return new PhoneContext(true, false, true);
    }

    static PhoneContext around(FoldedText text, int start, int end) {
        List<String> before = NearbyWords.before(text, start);
        List<String> after = NearbyWords.after(text, end);
        int phone = PHONE_WORDS.rank(before);
        int other = OTHER_NUMBER_WORDS.rank(before);
        // "The number of the order" is not a phone: the farther word decides what number it is.
        if (phone >= 0 && other == phone + 1 && NUMBER_WORDS.contains(before.get(phone))) {
            phone = -1;
        }
        boolean phoneFollows =
                PHONE_WORDS.containsAny(after.subList(0, Math.min(FOLLOWING, after.size())));
        boolean money = !after.isEmpty() && MONEY_WORDS.contains(after.getFirst());
        boolean otherNearer = other >= 0 && other <= 2 && (phone < 0 || other < phone);
        return new PhoneContext(
                (phone >= 0 || phoneFollows) && !otherNearer && !money,
                (otherNearer && !phoneFollows) || money,
                isCyrillic(before) || isCyrillic(after));
    }

    /** Whether a letter run directly before the digits is a word for a phone. */
    static boolean gluedPhoneWord(FoldedText text, int start) {
        List<String> before = NearbyWords.before(text, start);
        return !before.isEmpty() && PHONE_WORDS.contains(before.getFirst());
    }

    /** Whether a word for a phone is glued directly behind the digits. */
    static boolean phoneWordAt(FoldedText text, int end) {
        List<String> after = NearbyWords.after(text, end);
        return !after.isEmpty() && PHONE_WORDS.contains(after.getFirst());
    }

    private static boolean isCyrillic(List<String> words) {
        for (String word : words) {
            char c = word.charAt(0);
            if (c >= 'а' && c <= 'я') {
                return true;
            }
        }
        return false;
    }
}
