package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Commands that work on a data folder or a server, where neither is of use. */
class WhereCommandTest {

    private static Ran audit(Object... words) {
        return Ran.of(new AuditCommand(), words);
    }

    /** At which nobody listens. */
    private static String nowhere() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsTold() throws IOException {
        Ran audit = audit("verify", "--server", nowhere(), "--token", "t", "--json");
        assertThat(audit.code()).isEqualTo(1);
        assertThat(audit.error()).contains("audit: no server answers at that address.");
        Ran peer = Ran.of(new PeerCommand(), "list", "--server", nowhere(), "--token", "t");
        assertThat(peer.code()).isEqualTo(1);
        assertThat(peer.error()).contains("peer: no server answers at that address.");
    }

    @Test
    void folderAndServerExcludeEachOther() throws IOException {
        Ran both = audit("verify", "--server", nowhere(), "--token", "t", "--data", "nowhere");
        assertThat(both.code()).isEqualTo(2);
        assertThat(audit("verify").code()).isEqualTo(2);
        assertThat(audit("check", "proof.zip", "--key", "x").error())
                .contains("is no key of a note");
    }
}
