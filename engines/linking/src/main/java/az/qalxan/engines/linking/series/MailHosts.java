package az.qalxan.engines.linking.series;

import java.util.Set;

/** Mail services where anybody opens an account: that two addresses lie there says nothing. */
final class MailHosts {

    private static final Set<String> FOR_ANYBODY =
            Set.of(
                    "gmail.com",
                    "googlemail.com",
                    "yahoo.com",
                    "outlook.com",
                    "hotmail.com",
                    "live.com",
                    "msn.com",
                    "icloud.com",
                    "me.com",
                    "aol.com",
                    "gmx.com",
                    "gmx.net",
                    "proton.me",
                    "protonmail.com",
                    "tuta.io",
                    "tutanota.com",
                    "mail.com",
                    "zoho.com",
                    "yandex.com",
                    "yandex.ru",
                    "ya.ru",
                    "mail.ru",
                    "bk.ru",
                    "inbox.ru",
                    "list.ru",
                    "internet.ru",
                    "rambler.ru",
                    "box.az",
                    "mail.az",
                    "inbox.az",
                    "ukr.net",
                    "i.ua",
                    "web.de",
                    "t-online.de",
                    "yopmail.com",
                    "mailinator.com",
                    "guerrillamail.com",
                    "temp-mail.org",
                    "10minutemail.com");

    private MailHosts() {}

    static boolean servesAnybody(String host) {
        return FOR_ANYBODY.contains(host);
    }
}
