package az.qalxan.exchange.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a regional registry's file of delegated numbers in its extended form, whose last column
 * names the holder: {@code ripencc|AZ|ipv4|5.10.224.0|2048|20120514|allocated|<holder>}.
 */
final class RegistryFile {

    /** More do not come from one file: the largest has some 300,000 records in the world. */
    static final int HELD_MAX = 500_000;

    private static final int COLUMNS = 8;
    private static final int ORIGIN_CHARS_MAX = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private RegistryFile() {}

    /** What a line says: one of these for each block that is a prefix. */
    record Held(
            String holder,
            String country,
            ClaimKind kind,
            String value,
            Instant since,
            String origin) {}

    /**
     * What a file says of one country.
     *
     * @param unclear how many lines nobody understands
     * @param announced how many records its first line promises; -1 without one
     * @param counted how many there are
     * @param bounded whether it names no more than fits
     */
    record Read(List<Held> held, int unclear, long announced, int counted, boolean bounded) {

        Read {
            held = List.copyOf(held);
        }

        /** Whether nothing was cut off. */
        boolean whole() {
            return bounded && (announced < 0 || announced == counted);
        }
    }

    /** Reads the lines of that country; an empty code takes every country. */
    static Read read(List<String> lines, String country) {
        List<Held> held = new ArrayList<>();
        int unclear = 0;
        int counted = 0;
        long announced = -1;
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (announced < 0 && counted == 0 && parts[0].matches("2(\\.\\d)?")) {
                announced = announced(parts);
                continue;
            }
            if (parts[parts.length - 1].strip().equals("summary")) {
                continue;
            }
            counted++;
            if (of(parts, country)) {
                List<Held> found = line(parts);
                unclear += found.isEmpty() ? 1 : 0;
                held.addAll(found);
            }
            if (held.size() > HELD_MAX) {
                return new Read(List.of(), unclear, announced, counted, false);
            }
        }
        return new Read(held, unclear, announced, counted, true);
    }

    /** The fourth field of the version line: how many records follow. */
    private static long announced(String[] parts) {
        return parts.length > 3 && parts[3].matches("\\d{1,9}") ? Long.parseLong(parts[3]) : -1;
    }

    private static boolean of(String[] parts, String country) {
        return parts.length >= COLUMNS
                && (country.isEmpty() || parts[1].equals(country))
                && (parts[6].equals("allocated") || parts[6].equals("assigned"));
    }

    private static String origin(String[] parts) {
        String whole = parts[0] + "/" + parts[1];
        return whole.substring(0, Math.min(whole.length(), ORIGIN_CHARS_MAX));
    }

    private static List<Held> line(String[] parts) {
        Optional<Instant> since = day(parts[5]);
        String holder = parts[7].strip();
        if (since.isEmpty() || holder.isEmpty() || holder.length() > 200) {
            return List.of();
        }
        return switch (parts[2]) {
            case "asn" -> systems(parts, holder, since.get());
            case "ipv4" -> blocks(parts, holder, since.get());
            case "ipv6" ->
                    ClaimKind.PREFIX
                            .canonical(parts[3] + "/" + parts[4])
                            .map(value ->
                                    List.of(
                                            new Held(
                                                    holder,
                                                    parts[1],
                                                    ClaimKind.PREFIX,
                                                    value,
                                                    since.get(),
                                                    origin(parts))))
                            .orElse(List.of());
            default -> List.of();
        };
    }

    private static List<Held> systems(String[] parts, String holder, Instant since) {
        Optional<String> first = ClaimKind.ASN.canonical(parts[3]);
        if (first.isEmpty() || !parts[4].matches("\\d{1,4}")) {
            return List.of();
        }
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(parts[4]); i++) {
            String value = Long.toString(Long.parseLong(first.get()) + i);
            held.add(new Held(holder, parts[1], ClaimKind.ASN, value, since, origin(parts)));
        }
        return held;
    }

    /** A count of addresses of version 4 need not be one prefix. */
    private static List<Held> blocks(String[] parts, String holder, Instant since) {
        Optional<IpAddress> first = IpAddress.read(parts[3]).filter(IpAddress::isV4);
        if (first.isEmpty() || !parts[4].matches("\\d{1,10}")) {
            return List.of();
        }
        List<Held> held = new ArrayList<>();
        long at = first.get().low() & 0xFFFF_FFFFL;
        long left = Math.min(Long.parseLong(parts[4]), (1L << 32) - at);
        while (left > 0) {
            long size =
                    Math.min(at == 0 ? 1L << 32 : Long.lowestOneBit(at), Long.highestOneBit(left));
            int length = 32 - Long.numberOfTrailingZeros(size);
            String value = IpAddress.v4(at) + "/" + length;
            held.add(new Held(holder, parts[1], ClaimKind.PREFIX, value, since, origin(parts)));
            at += size;
            left -= size;
        }
        return held;
    }

    private static Optional<Instant> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
