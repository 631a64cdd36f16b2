package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The ledger's files of a bundle, each read once and bounded. */
final class BundleMembers {

    /** How many files all items together may list: as many as there can be. */
    static final int LISTED_MAX = Archive.MEMBERS_MAX;

    private final Map<String, ArchiveMember> members = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final MemberReader reader;
    private int listed;

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

    /**
     * The lines of a text that must be there, each ended by a line feed. They are cut off one by
     * one: a small archive may hold many millions.
     */
    Optional<Iterable<String>> lines(String name, int bytesMax, List<BundleFlaw> flaws)
            throws IOException {
        Optional<byte[]> bytes = take(name, bytesMax, flaws);
        Optional<String> text = bytes.flatMap(BundleMembers::utf8);
        if (text.isEmpty() || !text.get().endsWith("\n")) {
            if (bytes.isPresent()) {
                flaws.add(new BundleFlaw(BundleFlaw.Kind.FORM, name, null));
            }
            return Optional.empty();
        }
        return text.map(Lines::new);
    }

    private record Lines(String text) implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return new Iterator<>() {
                private int at;

                @Override
                public boolean hasNext() {
                    return at < text.length();
                }

                @Override
                public String next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int end = text.indexOf('\n', at);
                    String line = text.substring(at, end);
                    at = end + 1;
                    return line;
                }
            };
        }
    }

    /** Counts a file that an item lists; false where the items list too many. */
    boolean list() {
        return ++listed <= LISTED_MAX;
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
