package az.qalxan.exchange.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the message to a web hook may go: over TLS to a name on the public internet, so that nobody
 * has the platform call what stands beside it.
 */
final class HookAddress {

    static final int CHARS_MAX = 500;
    private static final int PORT = 443;

    private HookAddress() {}

    /** Reads an address as it was typed; {@code local} lets tests call their own machine. */
    static Optional<URI> read(String typed, boolean local) {
        String bare = typed.strip();
        try {
            URI address = new URI(bare);
            String host = address.getHost();
            boolean fits =
                    bare.length() <= CHARS_MAX
                            && host != null
                            && address.getUserInfo() == null
                            && address.getFragment() == null;
            if (!fits) {
                return Optional.empty();
            }
            return local || open(address, host) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean open(URI address, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == PORT)
                && ClaimKind.domain(name).isPresent()
                && !name.endsWith(".local")
                && !name.endsWith(".internal");
    }

    /** Whether every address of the name is one of the public internet. */
    static boolean open(InetAddress... resolved) {
        return resolved.length > 0 && Arrays.stream(resolved).allMatch(HookAddress::open);
    }

    private static boolean open(InetAddress one) {
        String length = one.getAddress().length == 4 ? "/32" : "/128";
        return !one.isLoopbackAddress()
                && !one.isSiteLocalAddress()
                && Prefix.read(one.getHostAddress().split("%", 2)[0] + length)
                        .filter(Prefix::claimable)
                        .isPresent();
    }
}
