package az.qalxan.engines.content;

import java.io.IOException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** 7z archives. */
final class SevenZipReader implements PartReader {

    private static final int DECODER_KILOBYTES = 100_000;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        try (SevenZFile archive =
                SevenZFile.builder()
                        .setSeekableByteChannel(source.channel())
                        .setMaxMemoryLimitKiB(DECODER_KILOBYTES)
                        .get()) {
            int members = 0;
            for (SevenZArchiveEntry entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                if (!entry.isDirectory() && !entry.isAntiItem()) {
                    members++;
                    member(archive, entry, draft, reading);
                }
            }
            draft.field("archive.members", String.valueOf(members));
        } catch (MemoryLimitException e) {
            draft.flaw(Flaw.TOO_LARGE);
        } catch (PasswordRequiredException e) {
            draft.flaw(Flaw.ENCRYPTED);
        }
    }

    private static void member(
            SevenZFile archive, SevenZArchiveEntry entry, PartDraft draft, Reading reading)
            throws IOException {
        String name = entry.getName() == null ? "-" : entry.getName();
        if (entry.getHasLastModifiedDate()) {
            reading.moment(
                    draft, entry.getLastModifiedTime().toInstant(), MomentKind.MODIFIED, name);
        }
        if (entry.getHasCreationDate()) {
            reading.moment(draft, entry.getCreationTime().toInstant(), MomentKind.CREATED, name);
        }
        if (entry.getSize() > reading.limits().memberBytes()) {
            reading.unread(draft, name, entry.getSize(), Flaw.TOO_LARGE);
            return;
        }
        Members.give(
                draft,
                reading,
                new Members.Member(name, entry.getSize(), -1),
                () -> new Members.Unclosed(archive.getInputStream(entry)));
    }
}
