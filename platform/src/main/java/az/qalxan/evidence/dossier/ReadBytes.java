package az.qalxan.evidence.dossier;

import az.qalxan.engines.container.Member;
import az.qalxan.engines.container.Sum;
import az.qalxan.engines.ledger.FileDigest;
import az.qalxan.engines.vault.StoredId;

/** Bytes of an exhibit as they were read now, and found as they came. */
record ReadBytes(StoredId stored, FileDigest digest, Sum sum) {

    static final String MEDIA_TYPE = "application/octet-stream";

    String path() {
        return digest.path();
    }

    Member member() {
        return new Member(path(), MEDIA_TYPE, sum.length(), sum.sha256());
    }
}
