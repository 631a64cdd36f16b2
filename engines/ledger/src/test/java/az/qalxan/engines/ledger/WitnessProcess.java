package az.qalxan.engines.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;

/** A witness as a process of its own, to be killed; prints its port. */
final class WitnessProcess {

    private WitnessProcess() {}

    public static void main(String[] words) throws IOException {
        WitnessHome.Opened opened = new WitnessHome(Path.of(words[0])).open(Clock.systemUTC());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        System.out.println(WitnessServer.start(opened.witness(), address, line -> {}).port());
    }
}
