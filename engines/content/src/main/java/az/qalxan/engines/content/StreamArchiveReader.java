package az.qalxan.engines.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Archives that are read from front to back: tar, cpio, ar, arj. */
final class StreamArchiveReader implements PartReader {

    private static final Map<String, String> FORMATS =
            Map.of(
                    "application/x-tar", ArchiveStreamFactory.TAR,
                    "application/x-gtar", ArchiveStreamFactory.TAR,
                    "application/x-cpio", ArchiveStreamFactory.CPIO,
                    "application/x-archive", ArchiveStreamFactory.AR,
                    "application/x-unix-archive", ArchiveStreamFactory.AR,
                    "application/x-arj", ArchiveStreamFactory.ARJ);

    static boolean reads(String media) {
        return FORMATS.containsKey(media);
    }

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        String format = java.util.Objects.requireNonNull(FORMATS.get(draft.type().media()));
        InputStream bytes = new BufferedInputStream(source.stream(), 1 << 16);
        try (ArchiveInputStream<?> archive =
                new ArchiveStreamFactory().createArchiveInputStream(format, bytes)) {
            int members = 0;
            for (ArchiveEntry entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                if (!entry.isDirectory()) {
                    members++;
                    member(archive, entry, draft, reading);
                }
            }
            draft.field("archive.members", String.valueOf(members));
        } catch (ArchiveException e) {
            draft.flaw(Flaw.NOT_READABLE);
        }
    }

    private static void member(
            ArchiveInputStream<?> archive, ArchiveEntry entry, PartDraft draft, Reading reading)
            throws IOException {
        String user = entry instanceof TarArchiveEntry tar ? tar.getUserName() : "";
        if (entry.getLastModifiedDate() != null) {
            Instant at = entry.getLastModifiedDate().toInstant();
            reading.moment(
                    draft,
                    at,
                    new Reading.Happening(MomentKind.MODIFIED, entry.getName(), user, ""),
                    false);
        }
        if (entry instanceof TarArchiveEntry tar && !tar.isFile()) {
            return;
        }
        if (entry.getSize() > reading.limits().memberBytes()) {
            reading.unread(draft, entry.getName(), entry.getSize(), Flaw.TOO_LARGE);
            return;
        }
        Members.give(
                draft,
                reading,
                new Members.Member(entry.getName(), entry.getSize(), -1),
                () -> new Members.Unclosed(archive));
    }
}
