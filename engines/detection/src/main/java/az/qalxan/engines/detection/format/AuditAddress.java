package az.qalxan.engines.detection.format;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A socket's address as an audit record has it: the bytes of the kernel's structure as digits. */
final class AuditAddress {

    private static final byte[] ADDRESS = TextReader.ascii("laddr");
    private static final byte[] PORT = TextReader.ascii("lport");
    private static final int INET = 2;
    private static final int INET6 = 10;

    /** Tells of address and port where the digits are those of IPv4 or IPv6. */
    void tell(Scratch digits, EventSink sink) {
        int family = octet(digits, 0);
        int from = family == INET ? 4 : 8;
        int length = family == INET ? 4 : 16;
        boolean known = (family == INET || family == INET6) && octet(digits, 1) == 0;
        if (!known || digits.length < 2 * (from + length)) {
            return;
        }
        byte[] address = new byte[length];
        for (int i = 0; i < length; i++) {
            address[i] = (byte) octet(digits, from + i);
        }
        try {
            byte[] shown = TextReader.ascii(InetAddress.getByAddress(address).getHostAddress());
            if (sink.field(ADDRESS)) {
                sink.text(shown, 0, shown.length);
            }
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
        byte[] port = TextReader.ascii(String.valueOf(octet(digits, 2) << 8 | octet(digits, 3)));
        if (sink.field(PORT)) {
            sink.text(port, 0, port.length);
        }
    }

    private static int octet(Scratch digits, int place) {
        return Hex.octet(digits.bytes, 2 * place, digits.length);
    }
}
