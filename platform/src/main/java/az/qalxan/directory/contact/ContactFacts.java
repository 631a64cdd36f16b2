package az.qalxan.directory.contact;

import az.qalxan.jurisdiction.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a point of contact.
 *
 * @param state ISO 3166-1 alpha-2
 * @param name the authority
 * @param languages ISO 639-1 codes, the one preferred first
 * @param zone where its clocks stand
 * @param hours its office hours; null when nobody has told them
 * @param channels in the order in which to try them; an empty value is a slot to be filled
 * @param keys how to recognise what it signs
 * @param sourced whether the entry was read in the source it names
 */
public record ContactFacts(
        String state,
        Words name,
        List<Network> networks,
        List<String> languages,
        ZoneId zone,
        @Nullable OfficeHours hours,
        List<Reach> channels,
        List<Key> keys,
        Words note,
        Words source,
        boolean sourced) {

    public ContactFacts {
        networks = List.copyOf(networks);
        languages = List.copyOf(languages);
        channels = List.copyOf(channels);
        keys = List.copyOf(keys);
    }

    /** Channels that have a value. */
    public List<Reach> reachable() {
        return channels.stream().filter(one -> !one.value().isEmpty()).toList();
    }

    /** A network of points that answer day and night. */
    public enum Network {
        /** Article 35 of the Budapest Convention. */
        BUDAPEST_24_7,
        /** Article 41 of the UN Convention against Cybercrime. */
        UN_41;

        /** The name in packs; message key {@code contact.network.<code>}. */
        public String code() {
            return coded(this);
        }

        static Optional<Network> of(String code) {
            return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** A way to reach the point. */
    public record Reach(Way way, String value, String note) {}

    /** How a channel carries a message. */
    public enum Way {
        PHONE,
        MOBILE,
        FAX,
        E_MAIL,
        SECURE_MAIL,
        WEB;

        /** The name in packs and forms; message key {@code contact.way.<code>}. */
        public String code() {
            return coded(this);
        }

        static Optional<Way> of(String code) {
            return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /**
     * A public key by its fingerprint.
     *
     * @param fingerprint 40 or 64 hexadecimal digits, lower case
     */
    public record Key(KeyUse use, String fingerprint, String note) {}

    /** What a key is for. */
    public enum KeyUse {
        /** Signs papers. */
        PAPER,
        SMIME,
        OPENPGP;

        /** The name in forms; message key {@code contact.key.<code>}. */
        public String code() {
            return coded(this);
        }

        static Optional<KeyUse> of(String code) {
            return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /**
     * When the office is open, by the clocks there; it may close after midnight.
     *
     * @param days the days on which it opens
     */
    public record OfficeHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

        public OfficeHours {
            days = Set.copyOf(days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : days);
        }

        /** Whether it is open on that day at that time there. */
        public boolean openOn(DayOfWeek day, LocalTime time) {
            if (opens.isBefore(closes)) {
                return days.contains(day) && !time.isBefore(opens) && time.isBefore(closes);
            }
            return (days.contains(day) && !time.isBefore(opens))
                    || (days.contains(day.minus(1)) && time.isBefore(closes));
        }
    }

    private static String coded(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
