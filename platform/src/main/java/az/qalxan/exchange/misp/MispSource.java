package az.qalxan.exchange.misp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;

/** Where events of others are read from. */
sealed interface MispSource {

    FeedManifest manifest() throws IOException;

    byte[] event(UUID uuid) throws IOException;

    /** A feed on a web server. */
    record Web(URI address, String key, MispCalls calls) implements MispSource {

        @Override
        public FeedManifest manifest() throws IOException {
            return FeedManifest.ofFeed(read("manifest.json"));
        }

        @Override
        public byte[] event(UUID uuid) throws IOException {
            return read(uuid + ".json");
        }

        private byte[] read(String name) throws IOException {
            return body(calls.get(address.resolve(name), key));
        }
    }

    /** A feed in a folder of this machine; links are not followed. */
    record Folder(Path folder) implements MispSource {

        @Override
        public FeedManifest manifest() throws IOException {
            return FeedManifest.ofFeed(read("manifest.json"));
        }

        @Override
        public byte[] event(UUID uuid) throws IOException {
            return read(uuid + ".json");
        }

        private byte[] read(String name) throws IOException {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(name + " is no file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MispJson.BYTES_MAX + 1);
                if (bytes.length > MispJson.BYTES_MAX) {
                    throw new IOException(name + " has more than " + MispJson.BYTES_MAX + " bytes");
                }
                return bytes;
            }
        }
    }

    /** Another MISP. */
    record Server(URI address, String key, MispCalls calls) implements MispSource {

        @Override
        public FeedManifest manifest() throws IOException {
            return FeedManifest.ofServer(
                    body(
                            calls.post(
                                    address.resolve("events/index"),
                                    key,
                                    "{\"minimal\":1,\"published\":1}")));
        }

        /** With what was deleted, as a MISP that pulls asks for it. */
        @Override
        public byte[] event(UUID uuid) throws IOException {
            String path = "events/view/" + uuid + "/deleted%5B%5D:0/deleted%5B%5D:1";
            return body(calls.get(address.resolve(path), key));
        }
    }

    /** The body of a good answer. */
    private static byte[] body(MispCalls.Answer answer) throws IOException {
        if (!answer.good()) {
            throw new StatusException(answer.status());
        }
        return answer.body();
    }

    /** A server said no. */
    final class StatusException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        StatusException(int status) {
            super("the server answered " + status);
            this.status = status;
        }

        MispTrouble.Kind kind() {
            return status == 401 || status == 403
                    ? MispTrouble.Kind.SIGN_IN
                    : MispTrouble.Kind.REFUSED;
        }
    }
}
