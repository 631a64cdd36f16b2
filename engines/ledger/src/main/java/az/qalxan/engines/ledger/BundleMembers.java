package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger's files of a bundle, each read once and bounded. */
final class BundleMembers {

    private final Map<String, ArchiveMember> members = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final MemberReader reader;

    BundleMembers(Archive archive, MemberReader reader) {
        archive.members().forEach(member -> members.put(member.name(), member));
        this.reader = reader;
    }

    Iterable<ArchiveMember> all() {
        return members.values();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The bytes of a file that must be there; empty with a flaw where it cannot be had. */
    Optional<byte[]> take(String name, int bytesMax, List<BundleFlaw> flaws) throws IOException {
        taken.add(name);
        ArchiveMember member = members.get(name);
        if (member == null) {
            flaws.add(new BundleFlaw(BundleFlaw.Kind.MISSING, name, null));
            return Optional.empty();
        }
        if (member.length() > bytesMax) {
            flaws.add(new BundleFlaw(BundleFlaw.Kind.FORM, name, null));
            return Optional.empty();
        }
        Optional<byte[]> bytes = reader.bytes(member, bytesMax);
        if (bytes.isEmpty()) {
            flaws.add(new BundleFlaw(BundleFlaw.Kind.BYTES, name, reader.damage(member)));
        }
        return bytes;
    }

    /** The lines of a text that must be there, each ended by a line feed. */
    Optional<List<String>> lines(String name, int bytesMax, List<BundleFlaw> flaws)
            throws IOException {
        Optional<byte[]> bytes = take(name, bytesMax, flaws);
        Optional<String> text = bytes.flatMap(BundleMembers::utf8);
        if (text.isEmpty() || !text.get().endsWith("\n")) {
            if (bytes.isPresent()) {
                flaws.add(new BundleFlaw(BundleFlaw.Kind.FORM, name, null));
            }
            return Optional.empty();
        }
        String lines = text.get();
        return Optional.of(List.of(lines.substring(0, lines.length() - 1).split("\n", -1)));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(all).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Reads what nobody asked for, only to see whether it is as it was put in. */
    void readTheRest(List<BundleFlaw> flaws) throws IOException {
        for (ArchiveMember member : members.values()) {
            boolean ours = member.name().startsWith(LedgerBundle.FOLDER);
            if (ours
                    && taken.add(member.name())
                    && !reader.read(member, (at, block, count) -> {}).sound()) {
                BundleFlaw.ByteRange range = reader.damage(member);
                flaws.add(new BundleFlaw(BundleFlaw.Kind.BYTES, member.name(), range));
            }
        }
    }
}
