package az.qalxan.engines.linking;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells which links are the address of an account or a phone at a messenger or network. */
final class SocialLinks {

    private static final int NAME_CHARS_MIN = 2;
    private static final int NAME_CHARS_MAX = 64;
    private static final Set<String> NOT_ACCOUNTS =
            Set.of(
                    "about",
                    "accounts",
                    "addstickers",
                    "addtheme",
                    "business",
                    "c",
                    "contact",
                    "direct",
                    "events",
                    "explore",
                    "feed",
                    "gaming",
                    "groups",
                    "hashtag",
                    "help",
                    "home",
                    "i",
                    "intent",
                    "joinchat",
                    "legal",
                    "login",
                    "marketplace",
                    "media",
                    "messages",
                    "notifications",
                    "p",
                    "pages",
                    "people",
                    "permalink.php",
                    "photo.php",
                    "policies",
                    "post",
                    "privacy",
                    "profile.php",
                    "proxy",
                    "reel",
                    "reels",
                    "search",
                    "settings",
                    "share",
                    "sharer",
                    "sharer.php",
                    "socks",
                    "status",
                    "stories",
                    "story.php",
                    "tag",
                    "terms",
                    "tos",
                    "tv",
                    "video",
                    "videos",
                    "watch",
                    "wall",
                    "album",
                    "iv",
                    "setlanguage",
                    "bg",
                    "invoice",
                    "m",
                    "a",
                    "download",
                    "app",
                    "qr",
                    "message",
                    "catalog");

    /** What an account link stands for. */
    record Account(IdentifierKind kind, String scheme, String value) {}

    private final PhonePlans plans;

    SocialLinks(PhonePlans plans) {
        this.plans = plans;
    }

    Optional<Account> account(Link link) {
        String host = plainHost(link.host());
        return switch (host) {
            case "t.me", "telegram.me", "telegram.dog" -> telegram(link);
            case "wa.me" -> phone(link.segment(0));
            case "api.whatsapp.com", "whatsapp.com", "web.whatsapp.com" ->
                    phone(link.parameter("phone"));
            case "instagram.com", "instagr.am" -> named("instagram", link.segment(0));
            case "facebook.com", "fb.com", "fb.me" -> named("facebook", link.segment(0));
            case "vk.com", "vk.ru" -> named("vk", link.segment(0));
            case "x.com", "twitter.com" -> named("x", link.segment(0));
            case "tiktok.com" -> marked("tiktok", link.segment(0));
            case "youtube.com" -> marked("youtube", link.segment(0));
            case "threads.net", "threads.com" -> marked("threads", link.segment(0));
            case "linkedin.com" ->
                    link.segment(0).equals("in")
                            ? named("linkedin", link.segment(1))
                            : Optional.empty();
            case "snapchat.com" ->
                    link.segment(0).equals("add")
                            ? named("snapchat", link.segment(1))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String plainHost(String host) {
        if (host.startsWith("www.")) {
            return host.substring(4);
        }
        return host.startsWith("m.") ? host.substring(2) : host;
    }

    private Optional<Account> telegram(Link link) {
        String first = link.segment(0);
        if (first.startsWith("+")) {
            Optional<Account> phone = phone(first.substring(1));
            if (phone.isPresent()) {
                return phone;
            }
        }
        return named("telegram", first.equals("s") ? link.segment(1) : first);
    }

    private static Optional<Account> marked(String scheme, String segment) {
        return segment.startsWith("@") ? named(scheme, segment.substring(1)) : Optional.empty();
    }

    private static Optional<Account> named(String scheme, String segment) {
        String name = segment.toLowerCase(Locale.ROOT);
        boolean sized = name.length() >= NAME_CHARS_MIN && name.length() <= NAME_CHARS_MAX;
        return sized && isName(name) && !NOT_ACCOUNTS.contains(name)
                ? Optional.of(new Account(IdentifierKind.HANDLE, scheme, "@" + name))
                : Optional.empty();
    }

    private static boolean isName(String name) {
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!FoldedText.isAlphanumeric(c) && c != '_' && c != '.' && c != '-') {
                return false;
            }
            letter |= FoldedText.isAsciiLetter(c);
        }
        return letter;
    }

    private Optional<Account> phone(String written) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length() && digits.length() < 20; i++) {
            char c = written.charAt(i);
            if (FoldedText.isDigit(c)) {
                digits.append(c);
            } else if (c != '+' && c != '-' && c != ' ') {
                return Optional.empty();
            }
        }
        String plain = digits.toString();
        return plans.international(plain.startsWith("00") ? plain.substring(2) : plain)
                .map(value -> new Account(IdentifierKind.PHONE, "", value));
    }
}
