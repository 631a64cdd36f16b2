package az.qalxan.engines.linking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a reader may have meant: those that differ from a key by one slip of the hand, and
 * those that begin with what was typed so far. Made without looking at any record, so asking for
 * them tells nothing.
 */
public final class NearbyKeys {

    /** Longest value whose slips are made; longer ones have too many. */
    public static final int VALUE_CHARS_MAX = 40;

    private static final int TYPED_CHARS_MIN = 5;
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final List<String> HANDLE_SCHEMES =
            List.of("telegram", "instagram", "facebook", "tiktok", "whatsapp", "unknown");

    private NearbyKeys() {}

    /**
     * The keys one slip away: a character replaced, left out or typed twice, or two neighbours
     * swapped. Card numbers and wallets have none: their checksums would not hold.
     */
    public static Set<String> slips(String key) {
        int at = valueStart(key);
        String value = key.substring(at);
        Set<String> slips = new LinkedHashSet<>();
        if (at > 0 && value.length() <= VALUE_CHARS_MAX) {
            String alphabet = alphabet(key);
            String head = key.substring(0, at);
            for (int i = 0; i < value.length(); i++) {
                slipsAt(head, value, i, alphabet, slips);
            }
            slips.remove(key);
        }
        return slips;
    }

    private static void slipsAt(
            String head, String value, int i, String alphabet, Set<String> slips) {
        if (alphabet.isEmpty()) {
            return;
        }
        String before = head + value.substring(0, i);
        String after = value.substring(i + 1);
        slips.add(before + after);
        slips.add(before + value.charAt(i) + value.charAt(i) + after);
        if (!after.isEmpty()) {
            slips.add(before + after.charAt(0) + value.charAt(i) + after.substring(1));
        }
        for (int c = 0; c < alphabet.length(); c++) {
            slips.add(before + alphabet.charAt(c) + after);
        }
    }

    private static int valueStart(String key) {
        int kind = key.indexOf(':') + 1;
        return key.startsWith("handle:") ? key.indexOf(':', kind) + 1 : kind;
    }

    private static String alphabet(String key) {
        return switch (key.substring(0, Math.max(0, key.indexOf(':')))) {
            case "phone", "iban" -> DIGITS;
            case "domain", "email", "handle" -> LETTERS;
            default -> "";
        };
    }

    /**
     * The beginnings of keys that somebody may be typing: a phone with or without its country, an
     * IBAN, a handle, a domain or an address.
     *
     * @param typed any text
     * @return beginnings, none shorter than the kind and {@value #TYPED_CHARS_MIN} characters
     */
    public static List<String> beginnings(String typed) {
        String bare = typed.strip().replaceAll("[\\s()]", "");
        if (bare.length() < TYPED_CHARS_MIN || bare.length() > VALUE_CHARS_MAX) {
            return List.of();
        }
        @Nullable String phone = phone(bare);
        if (phone != null) {
            return List.of("phone:" + phone);
        }
        if (bare.matches("[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]*")) {
            return List.of("iban:" + bare.toUpperCase(java.util.Locale.ROOT));
        }
        String lower = bare.toLowerCase(java.util.Locale.ROOT);
        if (lower.matches("@[a-z0-9_.]+")) {
            return HANDLE_SCHEMES.stream().map(scheme -> "handle:" + scheme + ':' + lower).toList();
        }
        return lower.matches("[a-z0-9][a-z0-9.@_-]+")
                ? List.of("domain:" + lower, "email:" + lower)
                : List.of();
    }

    private static @Nullable String phone(String bare) {
        String digits = bare.replace("-", "");
        if (!digits.matches("\\+?[0-9]+")) {
            return null;
        }
        if (digits.startsWith("+")) {
            return digits;
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        return digits.startsWith("0") ? "+994" + digits.substring(1) : "+" + digits;
    }
}
