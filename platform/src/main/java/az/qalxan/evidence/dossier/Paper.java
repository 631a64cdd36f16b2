package az.qalxan.evidence.dossier;

import az.qalxan.engines.container.Member;
import az.qalxan.engines.container.Sum;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A paper of an export, not written yet. */
record Paper(String mediaType, byte[] bytes) {

    Paper {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    Member member(String path) {
        try {
            Sum sum = Sum.of(new ByteArrayInputStream(bytes));
            return new Member(path, mediaType, sum.length(), sum.sha256());
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }
}
