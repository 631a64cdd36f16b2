package az.qalxan.engines.container;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes an ASiC-E container file by file; memory does not grow with them. Only the list of files
 * with their digests is signed, so the signature costs the same for a page and for a disk.
 */
public final class ContainerWriter implements Closeable {

    /** What such a file calls itself. */
    public static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

    private static final String SUMS = "SHA256SUMS";

    private final FileChannel channel;
    private final PlainZip zip;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> paths = new HashSet<>(Set.of(SUMS, "mimetype"));

    private ContainerWriter(FileChannel channel, Progress progress) throws IOException {
        this.channel = channel;
        this.zip = new PlainZip(channel, progress);
        byte[] type = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
        zip.put("mimetype", type.length, () -> new ByteArrayInputStream(type));
    }

    /** Begins a container in a file that is not there yet. */
    public static ContainerWriter create(Path file, Progress progress) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new ContainerWriter(channel, progress);
    }

    public Member put(String path, String mediaType, byte[] bytes) throws IOException {
        byte[] kept = bytes.clone();
        return put(path, mediaType, kept.length, () -> new ByteArrayInputStream(kept));
    }

    /**
     * Copies the content in; it must have that length.
     *
     * @throws IllegalArgumentException for a path that no container may have, or has already
     */
    public Member put(String path, String mediaType, long length, Content content)
            throws IOException {
        Member.check(path, mediaType);
        if (path.startsWith("META-INF/") || !paths.add(path)) {
            throw new IllegalArgumentException("the container has a file " + path);
        }
        Member member = new Member(path, mediaType, length, zip.put(path, length, content));
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
        zip.put(Manifest.PATH, manifest.length, () -> new ByteArrayInputStream(manifest));
        zip.put(Manifest.SIGNATURE, signature.length, () -> new ByteArrayInputStream(signature));
        zip.end();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
