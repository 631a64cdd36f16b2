package az.qalxan.engines.linking;

import java.util.List;
import java.util.Locale;

/** Finds account names that begin with an at sign, or follow the name of a service. */
final class HandleScanner implements Scanner {

    private static final int NAME_CHARS_MIN = 3;
    private static final int NAME_CHARS_MAX = 32;
    private static final String UNKNOWN = "unknown";

    private record Service(String scheme, WordList words) {}

    private static final List<Service> SERVICES =
            List.of(
                    new Service(
                            "telegram", WordList.of("telegram* teleqram* tg телеграм* телег* тг")),
                    new Service("instagram", WordList.of("instagram* insta* инстаграм* инста* ig")),
                    new Service(
                            "whatsapp",
                            WordList.of("whatsap* whatsup* vatsap* wp ватсап* вотсап*")),
                    new Service("tiktok", WordList.of("tiktok* tik-tok тикток*")),
                    new Service("facebook", WordList.of("facebook* feysbuk* fb фейсбук*")),
                    new Service("x", WordList.of("twitter* tvitter* твиттер*")),
                    new Service("vk", WordList.of("vk vkontakte вк вконтакте")),
                    new Service("snapchat", WordList.of("snapchat* снапчат*")),
                    new Service("youtube", WordList.of("youtube* yutub* ютуб*")));

    @Override
    public void scan(FoldedText text, Findings findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.at(i);
            if (c == '@' && !findings.isTaken(i)) {
                marked(text, i, findings);
            } else if (c == ':' && text.isLetterAt(i - 1) && !findings.isTaken(i - 1)) {
                labelled(text, i, findings);
            }
        }
    }

    private static void marked(FoldedText text, int at, Findings findings) {
        char before = text.at(at - 1);
        boolean glued = FoldedText.isLetter(before) || FoldedText.isDigit(before);
        int end = nameEnd(text, at + 1, findings);
        if (!glued && before != '@' && isName(text, at + 1, end) && !isHost(text, at + 1, end)) {
            String scheme = schemeAround(text, at, end);
            int cut = scheme.equals("telegram") ? firstDot(text, at + 1, end) : end;
            add(text, scheme, at, at + 1, cut, findings);
        }
    }

    /** {@code telegram: some_name}: without an at sign only a name that is no plain word counts. */
    private static void labelled(FoldedText text, int colon, Findings findings) {
        List<String> words = NearbyWords.before(text, colon);
        String scheme = words.isEmpty() ? UNKNOWN : scheme(words.getFirst());
        int start = text.at(colon + 1) == ' ' ? colon + 2 : colon + 1;
        int end = nameEnd(text, start, findings);
        if (!scheme.equals(UNKNOWN) && isName(text, start, end) && isContrived(text, start, end)) {
            add(text, scheme, start, start, end, findings);
        }
    }

    private static void add(
            FoldedText text, String scheme, int start, int nameStart, int end, Findings findings) {
        String name = text.substring(nameStart, end).toLowerCase(Locale.ROOT);
        if (name.length() >= NAME_CHARS_MIN) {
            findings.add(IdentifierKind.HANDLE, scheme, "@" + name, start, end);
        }
    }

    private static int nameEnd(FoldedText text, int start, Findings findings) {
        int end = start;
        while (isNamePart(text, start, end) && !findings.isTaken(end)) {
            end++;
        }
        while (end > start && text.at(end - 1) == '.') {
            end--;
        }
        return end;
    }

    /** A dot before a capital ends a sentence, unless the name itself begins with a capital. */
    private static boolean isNamePart(FoldedText text, int start, int index) {
        char c = text.at(index);
        if (c == '.') {
            char next = text.at(index + 1);
            boolean sentence =
                    Character.isUpperCase(next) && !Character.isUpperCase(text.at(start));
            return next == '_' || (FoldedText.isAlphanumeric(next) && !sentence);
        }
        return FoldedText.isAlphanumeric(c) || c == '_';
    }

    private static boolean isName(FoldedText text, int start, int end) {
        boolean sized = end - start >= NAME_CHARS_MIN && end - start <= NAME_CHARS_MAX;
        boolean letter = false;
        for (int i = start; i < end; i++) {
            letter |= FoldedText.isAsciiLetter(text.at(i));
        }
        boolean cut = text.at(end) > 0x7F && text.isLetterAt(end);
        return sized && letter && !cut && text.at(end) != '@';
    }

    private static boolean isContrived(FoldedText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.at(i) == '_' || text.isDigitAt(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code @mail.ru} names a mail service, not an account. */
    private static boolean isHost(FoldedText text, int start, int end) {
        int dot = firstDot(text, start, end);
        String ending = text.substring(Math.min(dot + 1, end), end).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "ru", "com", "az", "net", "org" -> true;
            default -> false;
        };
    }

    private static int firstDot(FoldedText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.at(i) == '.') {
                return i;
            }
        }
        return end;
    }

    private static String schemeAround(FoldedText text, int start, int end) {
        List<String> before = NearbyWords.before(text, start);
        List<String> after = text.at(end) == ',' ? List.of() : NearbyWords.after(text, end);
        for (int distance = 0; distance < 5; distance++) {
            String scheme = distance < before.size() ? scheme(before.get(distance)) : UNKNOWN;
            if (scheme.equals(UNKNOWN) && distance < after.size()) {
                scheme = scheme(after.get(distance));
            }
            if (!scheme.equals(UNKNOWN)) {
                return scheme;
            }
        }
        return UNKNOWN;
    }

    private static String scheme(String word) {
        for (Service service : SERVICES) {
            if (service.words().contains(word)) {
                return service.scheme();
            }
        }
        return UNKNOWN;
    }
}
