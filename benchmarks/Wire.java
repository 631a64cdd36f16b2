import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection of HTTP/1.1 that is kept open: so little code that the load generator takes as
 * little as possible of the two cores that it shares with what it measures.
 */
final class Wire implements AutoCloseable {

    private static final int LINE_BYTES_MAX = 8_192;

    private final int port;
    private final byte[] line = new byte[LINE_BYTES_MAX];
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Wire(int port) throws IOException {
        this.port = port;
        open();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        out = socket.getOutputStream();
    }

    /** Sends a whole request and reads the whole answer; gives the status. */
    int send(byte[] request) throws IOException {
        out.write(request);
        String status = line();
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            last |= lower.startsWith("connection:") && lower.contains("close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        skip(chunked, length);
        if (last) {
            close();
            open();
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    private void skip(boolean chunked, long length) throws IOException {
        if (!chunked) {
            in.skipNBytes(Math.max(length, 0));
            return;
        }
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    private String line() throws IOException {
        int length = 0;
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0 || length == LINE_BYTES_MAX) {
                throw new IOException("the connection ended");
            }
            line[length++] = (byte) read;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
