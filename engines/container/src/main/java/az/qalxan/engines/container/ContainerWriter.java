package az.qalxan.engines.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes an ASiC-E container file by file, from its first byte to its last; memory does not grow
 * with the files. Only the list of files with their digests is signed, so the signature costs the
 * same for a page and for a disk.
 */
public final class ContainerWriter {

    /** What such a file calls itself. */
    public static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

    private static final String SUMS = "SHA256SUMS";

    private final PlainZip zip;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> paths = new HashSet<>(Set.of(SUMS, "mimetype"));

    /** Begins a container; the channel stays the caller's to close. */
    public ContainerWriter(WritableByteChannel out, Progress progress) throws IOException {
        this.zip = new PlainZip(out, progress);
        put("mimetype", MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
    }

    public Member put(String path, String mediaType, byte[] bytes) throws IOException {
        byte[] kept = bytes.clone();
        return put(path, mediaType, Sum.of(kept), () -> new ByteArrayInputStream(kept));
    }

    /**
     * Copies the content in; it must have that sum.
     *
     * @throws IllegalArgumentException for a path that no container may have, or has already
     */
    public Member put(String path, String mediaType, Sum sum, Content content) throws IOException {
        Member member = new Member(path, mediaType, sum.length(), sum.sha256());
        if (path.startsWith("META-INF/") || !paths.add(path)) {
            throw new IllegalArgumentException("the container has a file " + path);
        }
        zip.put(path, sum, content);
        members.add(member);
        return member;
    }

    /** The files so far. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** Adds the list of sums, signs all files and completes the container. */
    public void finish(Signing signing) throws IOException {
        StringBuilder sums = new StringBuilder();
        members.forEach(
                one -> sums.append(one.sha256()).append("  ").append(one.path()).append('\n'));
        paths.remove(SUMS);
        put(SUMS, "text/plain", sums.toString().getBytes(StandardCharsets.US_ASCII));
        byte[] manifest = Manifest.of(members);
        byte[] signature = signing.sign(manifest.clone());
        put(Manifest.PATH, manifest);
        put(Manifest.SIGNATURE, signature);
        zip.end();
    }

    private void put(String path, byte[] bytes) throws IOException {
        zip.put(path, Sum.of(bytes), () -> new ByteArrayInputStream(bytes));
    }
}
