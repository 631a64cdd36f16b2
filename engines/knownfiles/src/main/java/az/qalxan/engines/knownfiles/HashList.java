package az.qalxan.engines.knownfiles;

import java.io.IOException;
import java.io.InputStream;

/** Reads lines that begin with a digest, as md5sum, sha256sum and Debian packages write them. */
public final class HashList {

    private static final int LINE_CHARS_MAX = 128;

    private HashList() {}

    /** Hands every first word to the builder; empty lines and those after # are no digests. */
    public static void read(InputStream in, KnownSetBuilder into) throws IOException {
        byte[] buffer = new byte[1 << 16];
        StringBuilder word = new StringBuilder();
        boolean inWord = true;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                char c = (char) (buffer[i] & 0xff);
                if (c == '\n') {
                    end(word, into);
                    inWord = true;
                } else if (c == ' ' || c == '\t' || c == '\r' || word.length() == LINE_CHARS_MAX) {
                    inWord = false;
                } else if (inWord && (c != '\\' || !word.isEmpty())) {
                    word.append(c);
                }
            }
        }
        end(word, into);
    }

    private static void end(StringBuilder word, KnownSetBuilder into) throws IOException {
        if (!word.isEmpty() && word.charAt(0) != '#') {
            into.take(word);
        }
        word.setLength(0);
    }
}
