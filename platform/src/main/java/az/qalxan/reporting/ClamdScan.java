package az.qalxan.reporting;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a ClamAV daemon through its INSTREAM command (clamd(8)): chunks of a 32-bit length and
 * bytes, ended by a length of zero.
 */
final class ClamdScan implements VirusScan {

    static final int CHUNK_BYTES = 64 * 1024;
    static final int ANSWER_BYTES_MAX = 4 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String UNIX = "unix:";

    private final SocketAddress address;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param patience how long one file may take in all
     */
    ClamdScan(SocketAddress address, Duration patience, Clock clock) {
        this.address = address;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Reads {@code host:port} or {@code unix:/path}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static SocketAddress address(String setting) {
        if (setting.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(setting.substring(UNIX.length()));
        }
        int colon = setting.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "qalxan.files.clamd is host:port or unix:/path, not " + setting);
        }
        return new InetSocketAddress(
                setting.substring(0, colon), Integer.parseInt(setting.substring(colon + 1)));
    }

    @Override
    public Verdict scan(byte[] content) {
        try (SocketChannel channel = open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            Talk talk = new Talk(channel, selector, clock.millis() + patience.toMillis());
            talk.connect(address);
            talk.write(ByteBuffer.wrap(COMMAND));
            for (int at = 0; at < content.length; at += CHUNK_BYTES) {
                talk.chunk(content, at, Math.min(CHUNK_BYTES, content.length - at));
            }
            talk.chunk(content, 0, 0);
            return verdict(talk.answer());
        } catch (IOException e) {
            LOG.warn("the virus scanner at {} did not answer: {}", address, e.toString());
            return new Verdict.NotScanned("the scanner did not answer");
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static Verdict verdict(String answer) {
        String text = answer.strip();
        if (text.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (text.startsWith("stream: ") && text.endsWith(" FOUND")) {
            return new Verdict.Infected(
                    text.substring("stream: ".length(), text.length() - " FOUND".length()));
        }
        LOG.warn("the virus scanner answered: {}", CleanText.of(text));
        return new Verdict.NotScanned("the scanner gave no verdict");
    }

    /** One conversation, which ends by a fixed moment. */
    private final class Talk {

        private final SocketChannel channel;
        private final Selector selector;
        private final long untilMillis;

        Talk(SocketChannel channel, Selector selector, long untilMillis) {
            this.channel = channel;
            this.selector = selector;
            this.untilMillis = untilMillis;
        }

        void connect(SocketAddress to) throws IOException {
            if (!channel.connect(to)) {
                await(SelectionKey.OP_CONNECT);
                channel.finishConnect();
            }
        }

        void chunk(byte[] content, int start, int length) throws IOException {
            ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + length);
            write(chunk.putInt(length).put(content, start, length).flip());
        }

        void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
        }

        /** What comes until a NUL, the end or the limit. */
        String answer() throws IOException {
            ByteBuffer read = ByteBuffer.allocate(ANSWER_BYTES_MAX);
            while (read.hasRemaining()) {
                await(SelectionKey.OP_READ);
                if (channel.read(read) < 0 || endsWithNul(read)) {
                    break;
                }
            }
            return new String(read.array(), 0, read.position(), StandardCharsets.UTF_8)
                    .replace("\0", "");
        }

        private static boolean endsWithNul(ByteBuffer read) {
            return read.position() > 0 && read.get(read.position() - 1) == 0;
        }

        private void await(int readiness) throws IOException {
            long left = untilMillis - clock.millis();
            channel.register(selector, readiness);
            selector.selectedKeys().clear();
            if (left <= 0 || selector.select(left) == 0) {
                throw new SocketTimeoutException("no answer within " + patience);
            }
        }
    }
}
