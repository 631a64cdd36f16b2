package az.qalxan.transmission;

import az.qalxan.web.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A peer as somebody typed it. */
record PeerForm(
        String code,
        String name,
        String instance,
        String address,
        String bodies,
        String tls,
        String sign) {

    static final PeerForm EMPTY = new PeerForm("", "", "", "", "", "", "");
    static final int BODIES_MAX = 50;
    private static final int NAME_CHARS_MAX = 200;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** A peer whose fields are right in themselves. */
    record Checked(
            String code,
            UUID instance,
            String name,
            String address,
            List<String> bodies,
            KeyReading.Key tls,
            KeyReading.Key sign) {}

    /** What is wrong, and the checked form when nothing is. */
    record Result(@Nullable Checked checked, List<Violation> violations) {}

    Result check() {
        List<Violation> wrong = new ArrayList<>();
        if (!CODE.matcher(code).matches()) {
            wrong.add(Violation.at("code", "transmission.wrong.code", code));
        }
        if (name.strip().length() < 2 || name.strip().length() > NAME_CHARS_MAX) {
            wrong.add(Violation.at("name", "transmission.wrong.name"));
        }
        if (!isAddress(address.strip())) {
            wrong.add(Violation.at("address", "transmission.wrong.address", address));
        }
        List<String> codes = codes();
        if (codes.isEmpty()
                || codes.size() > BODIES_MAX
                || !codes.stream().allMatch(one -> CODE.matcher(one).matches())) {
            wrong.add(Violation.at("bodies", "transmission.wrong.bodies", bodies, BODIES_MAX));
        }
        Optional<UUID> id = uuid(instance.strip());
        if (id.isEmpty()) {
            wrong.add(Violation.at("instance", "transmission.wrong.instance", instance));
        }
        Optional<KeyReading.Key> tlsKey = KeyReading.read(KeyUsage.TLS, tls);
        Optional<KeyReading.Key> signKey = KeyReading.read(KeyUsage.SIGN, sign);
        if (tlsKey.isEmpty()) {
            wrong.add(Violation.at("tls", "transmission.wrong.certificate"));
        }
        if (signKey.isEmpty()) {
            wrong.add(Violation.at("sign", "transmission.wrong.certificate"));
        }
        return wrong.isEmpty()
                ? new Result(
                        new Checked(
                                code,
                                id.orElseThrow(),
                                name.strip(),
                                address.strip(),
                                codes,
                                tlsKey.orElseThrow(),
                                signKey.orElseThrow()),
                        List.of())
                : new Result(null, List.copyOf(wrong));
    }

    private List<String> codes() {
        return Arrays.stream(bodies.split("[\\s,;]+"))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && text.matches("https://[^/?#]{1,250}/?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
