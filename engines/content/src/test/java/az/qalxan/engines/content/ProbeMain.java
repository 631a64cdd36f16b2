package az.qalxan.engines.content;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tries what a hostile file would try, before and after the process is confined. */
final class ProbeMain {

    private ProbeMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("probe", ".txt");
        System.out.println("free: " + tries(file));
        System.out.println("confined " + Confinement.enter(Duration.ofSeconds(30)));
        System.out.println("confined: " + tries(file));
        Thread other = Thread.ofPlatform().start(() -> System.out.println("thread " + socket()));
        other.join();
    }

    private static String tries(Path file) {
        return "socket %s, write %s, program %s".formatted(socket(), write(file), program());
    }

    private static boolean socket() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean write(Path file) {
        try {
            Files.writeString(file, "x");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean program() {
        try {
            return new ProcessBuilder("/bin/true").start().isAlive() || true;
        } catch (IOException e) {
            return false;
        }
    }
}
