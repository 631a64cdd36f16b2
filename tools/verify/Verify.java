import java.io.*;
import java.nio.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.spec.*;
import java.util.*;
import java.util.zip.*;

/**
 * Checks a bundle of the ledger (docs/ledger-entry.md) by itself: one file, the Java platform alone, no
 * line of the program that wrote the bundle. Run: java Verify.java FILE [--key NAME+ID+KEY]...
 */
public final class Verify {
    private static final HexFormat HEX = HexFormat.of();
    private static final long MAX = 0xFFFFFFFFL;
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    record Member(String name, long start, long length, int crc) {}
    record Key(String name, byte[] id, int type, byte[] raw, String text) {}
    record Seen(String sha256, boolean sound, List<String> blocks) {}
    interface Sink { void take(byte[] bytes, int count); }
    static final class Flaw extends Exception { Flaw(String why) { super(why); } }

    public final Map<String, List<String>> items = new LinkedHashMap<>();
    public final Map<String, String> about = new HashMap<>();
    public final List<String> flaws = new ArrayList<>();
    public final List<String> told = new ArrayList<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Seen> files = new TreeMap<>();
    private final Set<String> covered = new HashSet<>(), taken = new HashSet<>();
    private final RandomAccessFile zip;
    private int listings;

    private Verify(RandomAccessFile zip) { this.zip = zip; }

    public static void main(String[] args) throws Exception {
        List<String> keys = new ArrayList<>();
        boolean usage = args.length % 2 == 0;
        for (int i = 1; i + 1 < args.length; i += 2) {
            usage |= !args[i].equals("--key");
            keys.add(args[i + 1]);
        }
        if (usage) { System.err.println("java Verify.java FILE [--key NAME+ID+KEY]..."); System.exit(2); }
        try {
            Verify verify = of(Path.of(args[0]), keys);
            verify.told.forEach(Verify::say);
            verify.items.forEach((id, why) ->
                    say((why.isEmpty() ? "valid     " : "NOT VALID ") + id + " " + verify.about.getOrDefault(id, "")
                            + String.join("; ", why)));
            verify.flaws.forEach(why -> say("NOT VALID " + why));
            say(verify.valid() ? "VALID" : "NOT VALID");
            System.exit(verify.valid() ? 0 : 1);
        } catch (IOException e) {
            System.err.println(args[0] + " cannot be read: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void say(String text) { System.out.println(text.replaceAll("\\p{Cc}", "?")); }

    public static Verify of(Path file, List<String> keys) throws Exception {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            Verify verify = new Verify(zip);
            try { verify.archive(); verify.run(keys); } catch (Flaw e) { verify.flaws.add(e.getMessage()); }
            return verify;
        }
    }

    public boolean valid() { return flaws.isEmpty() && items.values().stream().allMatch(List::isEmpty); }

    // ---- The ZIP: every header is reckoned from name, length and sum, and compared; so is what follows the members.

    private void archive() throws IOException, Flaw {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        long place = 0, count = 0, length;
        for (ByteBuffer h = at(0, 30); h.limit() == 30 && h.getInt(0) == 0x04034b50; h = at(place, Math.min(30, zip.length() - place)), count++) {
            int n = Short.toUnsignedInt(h.getShort(26)), x = Short.toUnsignedInt(h.getShort(28)), crc = h.getInt(14);
            length = x == 20 ? at(place + 30 + n, 20).getLong(4) : Integer.toUnsignedLong(h.getInt(18));
            byte[] name = at(place + 30, n).array(), told = at(place, 30 + n + x).array();
            long start = place + told.length;
            need(Arrays.equals(told, header(name, length, crc, place, false)) && n > 0 && n <= 1024 && count < 400_000
                    && length >= 0 && length <= zip.length() - start, "header at " + place);
            Member m = new Member(utf8(name), start, length, crc);
            need(!m.name.matches("(?s).*[\\p{Cc}\\\\].*|/.*|.*//.*|(.*/)?\\.\\.(/.*)?"), "name at " + place);
            need(members.put(m.name, m) == null, m.name + " twice");
            directory.write(header(name, length, crc, place, true));
            place = start + length;
        }
        ByteBuffer end = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN);
        int size = directory.size();
        boolean wide = place >= MAX || count >= 0xFFFF;
        if (wide) {
            end.putInt(0x06064b50).putLong(44).putInt(0x2d002d).putLong(0).putLong(count).putLong(count).putLong(size);
            end.putLong(place).putInt(0x07064b50).putInt(0).putLong(place + size).putInt(1);
        }
        end.putInt(0x06054b50).putInt(0).putShort((short) (wide ? -1 : count)).putShort((short) (wide ? -1 : count));
        end.putInt(wide ? -1 : size).putInt(wide ? -1 : (int) place).putShort((short) 0);
        directory.write(end.array(), 0, end.position());
        byte[] there = at(place, Math.min(directory.size(), zip.length() - place)).array();
        int differs = Arrays.mismatch(directory.toByteArray(), there);
        if (differs >= 0 || zip.length() > place + there.length) flaws.add("directory at " + (place + Math.max(0, differs)));
    }

    private static byte[] header(byte[] name, long length, int crc, long place, boolean central) {
        boolean big = length >= MAX, far = place >= MAX;
        short version = (short) (big || far ? 45 : 20), extra = (short) ((big ? 16 : 0) + (far && central ? 8 : 0));
        ByteBuffer b = ByteBuffer.allocate(80 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(central ? 0x02014b50 : 0x04034b50);
        if (central) b.putShort(version);
        b.putShort(version).putShort((short) 0x800).putInt(0).putShort((short) 0x21).putInt(crc);
        b.putInt(big ? -1 : (int) length).putInt(big ? -1 : (int) length);
        b.putShort((short) name.length).putShort((short) (extra == 0 ? 0 : extra + 4));
        if (central) b.putLong(0).putShort((short) 0).putInt(far ? -1 : (int) place);
        b.put(name);
        if (extra > 0) b.putShort((short) 1).putShort(extra);
        if (big) b.putLong(length).putLong(length);
        if (far && central) b.putLong(place);
        return Arrays.copyOf(b.array(), b.position());
    }

    private ByteBuffer at(long place, long count) throws IOException, Flaw {
        need(place >= 0 && count >= 0 && place <= zip.length() - count, "archive cut at " + place);
        byte[] bytes = new byte[(int) count];
        zip.seek(place);
        zip.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    private static void need(boolean holds, String why) throws Flaw { if (!holds) throw new Flaw(why); }

    private boolean read(Member m, Sink sink) throws IOException { // whether it is as it was put in
        taken.add(m.name);
        CRC32 crc = new CRC32();
        byte[] block = new byte[1 << 20];
        zip.seek(m.start);
        for (long left = m.length; left > 0; ) {
            int n = (int) Math.min(left, block.length);
            zip.readFully(block, 0, n);
            crc.update(block, 0, n);
            sink.take(block, n);
            left -= n;
        }
        return (int) crc.getValue() == m.crc;
    }

    private byte[] take(String name, long max) throws IOException, Flaw {
        Member m = members.get(name);
        need(m != null, name + " is missing");
        taken.add(name);
        need(m.length <= max, name + " is too long");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        need(read(m, (bytes, n) -> all.write(bytes, 0, n)), name + " was changed");
        return all.toByteArray();
    }
    private static String utf8(byte[] bytes) throws Flaw {
        try { return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(); }
        catch (CharacterCodingException e) { throw new Flaw("no UTF-8"); }
    }
    private List<String> lines(String name, long max) throws IOException, Flaw {
        String text = utf8(take(name, max));
        need(text.endsWith("\n"), name + " has no last line");
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    // ---- Digests, keys, signatures

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest d = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) d.update(part);
            return d.digest();
        } catch (NoSuchAlgorithmException e) { throw new IllegalStateException(e); }
    }
    private static byte[] base64(String text, int max) throws Flaw {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            need(text.length() <= max && Base64.getEncoder().encodeToString(bytes).equals(text), "base64");
            return bytes;
        } catch (IllegalArgumentException e) { throw new Flaw("base64"); }
    }
    private static Key key(String text) throws Flaw {
        String[] p = text.split("\\+", 3);
        need(p.length == 3 && text.length() <= 400 && p[0].matches("[^\\p{Cc}\\p{Z}\\s]{1,255}"), "key " + text);
        byte[] typed = base64(p[2], 44), id = Arrays.copyOf(sha256((p[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        need(typed.length == 33 && (typed[0] == 1 || typed[0] == 4) && HEX.formatHex(id).equals(p[1]), "key " + text);
        return new Key(p[0], id, typed[0], Arrays.copyOfRange(typed, 1, 33), text);
    }
    private static boolean signed(Key key, String text, byte[] signature) {
        try {
            String said = text;
            if (key.type == 4) { // a witness: eight bytes of time, then the signature
                long time = ByteBuffer.wrap(signature).getLong();
                if (time < 0) return false;
                said = "cosignature/v1\ntime " + time + "\n" + text;
                signature = Arrays.copyOfRange(signature, 8, signature.length);
            }
            byte[] spki = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(key.raw));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            check.update(said.getBytes(StandardCharsets.UTF_8));
            return signature.length == 64 && check.verify(signature);
        } catch (GeneralSecurityException | BufferUnderflowException e) { return false; }
    }

    // ---- The bundle

    private void run(List<String> given) throws IOException, Flaw {
        byte[] checkpoint = new byte[0], root = null;
        long size = -1;
        try {
            checkpoint = take("ledger/checkpoint", 65_536);
            String[] lines = utf8(checkpoint).split("\n");
            need(lines.length > 2 && lines[1].matches("0|[1-9][0-9]{0,18}"), "ledger/checkpoint is none");
            if (trust(utf8(checkpoint), lines[0], given)) {
                size = Long.parseLong(lines[1]);
                need((root = base64(lines[2], 44)).length == 32, "ledger/checkpoint is none");
            }
        } catch (Flaw | NumberFormatException e) { flaws.add(e.getMessage()); root = null; }
        for (String name : List.copyOf(members.keySet())) {
            if (name.matches("ledger/items/" + ID + "/(entry|proof|salt|content|label|files)")) {
                items.putIfAbsent(name.substring(13, 49), new ArrayList<>());
            } else if (name.matches("ledger/stamps/[1-9][0-9]{0,2}\\.tsr")) {
                try { told.add(stamp(take(name, 65_536), checkpoint)); }
                catch (Flaw | GeneralSecurityException | RuntimeException e) { flaws.add(name + ": " + e.getMessage()); }
            } else if (name.startsWith("ledger/") && !name.endsWith("/")
                    && !name.matches("ledger/(checkpoint|keys|blocks/[0-9a-f]{64})")) {
                flaws.add(name + " is no file of a bundle");
            }
        }
        Map<String, String> wanted = new HashMap<>();
        for (Member m : members.values()) if (!m.name.startsWith("ledger/") && !m.name.endsWith("/")) files.put(m.name, see(m));
        for (String id : items.keySet()) item("ledger/items/" + id + "/", id, size, root, checkpoint, items.get(id), wanted);
        files.forEach((name, seen) -> {
            if (!seen.sound && (!wanted.containsKey(name) || wanted.get(name).equals(seen.sha256))) flaws.add(name + " was changed");
            if (!covered.contains(seen.sha256)) told.add("not covered by the ledger: " + name);
        });
        for (Member m : members.values()) if (m.name.startsWith("ledger/blocks/")) blocks(m.name, wanted);
        for (Member m : members.values()) if (!taken.contains(m.name) && !read(m, (b, n) -> {})) flaws.add(m.name + " was changed");
    }

    /** Whether the log's key signed; adds what it finds. */
    private boolean trust(String note, String origin, List<String> given) throws IOException, Flaw {
        int gap = note.lastIndexOf("\n\n");
        need(gap >= 0 && note.endsWith("\n") && !note.matches("(?s).*[\\x00-\\x09\\x0b-\\x1f].*") && origin.length() <= 1024
                && !origin.isEmpty() && !note.substring(0, gap + 1).contains("\n\n") && gap + 2 < note.length(), "checkpoint");
        Map<String, Key> keys = new LinkedHashMap<>();
        for (String text : given) keys.put(text, key(text));
        try { for (String line : lines("ledger/keys", 65_536)) keys.putIfAbsent(line, key(line)); }
        catch (Flaw e) { flaws.add("ledger/keys: " + e.getMessage()); keys.keySet().retainAll(given); }
        Set<String> signers = new LinkedHashSet<>();
        String[] lines = note.substring(gap + 2).split("\n");
        need(lines.length <= 64, "checkpoint");
        for (String line : lines) {
            int space = line.lastIndexOf(' ');
            need(space > 2 && line.startsWith("\u2014 ") && line.substring(2, space).matches("[^+\\p{Cc}\\p{Z}\\s]{1,255}"), "signature line");
            byte[] signature = base64(line.substring(space + 1), 7_000);
            need(signature.length > 4, "signature line");
            for (Key key : keys.values()) {
                if (!key.name.equals(line.substring(2, space)) || !Arrays.equals(key.id, Arrays.copyOf(signature, 4))) continue;
                need(signed(key, note.substring(0, gap + 1), Arrays.copyOfRange(signature, 4, signature.length)), "forged signature of " + key.name);
                signers.add(key.text);
                told.add("signed by " + key.text + (given.contains(key.text) ? " (key given)" : " (key only from the bundle)"));
            }
        }
        if (!signers.containsAll(given)) flaws.add("a given key did not sign");
        boolean log = signers.stream().anyMatch(text -> keys.get(text).type == 1 && keys.get(text).name.equals(origin));
        if (!log) flaws.add("the log did not sign");
        return log;
    }

    private void item(String f, String id, long size, byte[] root, byte[] checkpoint, List<String> why, Map<String, String> wanted)
            throws IOException {
        Set<String> named = new HashSet<>();
        List<String[]> listed = new ArrayList<>();
        try {
            byte[] entry = take(f + "entry", 512);
            String hex = "[0-9a-f]{64}", text = new String(entry, StandardCharsets.ISO_8859_1);
            need(text.matches("qalxan.az/ledger-entry@v1\nkind [a-z]{1,32}\nid " + id + "\nat [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:"
                    + "[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z\nsubject " + hex + "\ndigest " + hex + "\n"), "entry is none");
            java.time.Instant at = java.time.Instant.parse(text.replaceAll("(?s).*\nat ([^\n]*)\n.*", "$1"));
            need(at.toString().startsWith(text.replaceAll("(?s).*\nat ([^.\n]*)\\..*", "$1")) && at.getEpochSecond() >= 0, "time of the entry");
            byte[] proof = take(f + "proof", 131_072);
            String[] lines = utf8(proof).split("\n\n", 2)[0].split("\n");
            byte[] head = (String.join("\n", lines) + "\n\n").getBytes(StandardCharsets.UTF_8);
            need(Arrays.equals(proof, ByteBuffer.allocate(head.length + checkpoint.length).put(head).put(checkpoint).array()), "proof of another checkpoint");
            need(lines.length > 1 && lines[0].equals("c2sp.org/tlog-proof@v1") && lines[1].matches("index (0|[1-9][0-9]{0,18})"), "proof is none");
            Deque<byte[]> hashes = new ArrayDeque<>();
            for (String line : Arrays.asList(lines).subList(2, lines.length)) hashes.add(base64(line, 44));
            long index = Long.parseLong(lines[1].substring(6));
            about.put(id, text.split("\n")[1] + ", entry " + index + ", " + text.split("\n")[3] + " ");
            need(root != null, "checkpoint is not good");
            need(index < size && Arrays.equals(root, climb(index, size, sha256(new byte[] {0}, entry), hashes)) && hashes.isEmpty(), "proof");
            if (members.containsKey(f + "salt") || members.containsKey(f + "content")) {
                byte[] salt = take(f + "salt", 32), content = take(f + "content", 16 << 20);
                need(salt.length == 32 && text.endsWith("digest " + HEX.formatHex(sha256(salt, content)) + "\n"), "content");
                var names = java.util.regex.Pattern.compile("\"sha256\":\"(" + hex + ")\"").matcher(new String(content, StandardCharsets.ISO_8859_1));
                while (names.find()) named.add(names.group(1));
            }
        } catch (Flaw | RuntimeException e) { why.add(String.valueOf(e.getMessage())); }
        try { if (members.containsKey(f + "label")) need(String.join("\n", lines(f + "label", 801)).matches("\\P{Cc}{0,200}"), "label"); }
        catch (Flaw e) { why.add(e.getMessage()); }
        try {
            if (members.containsKey(f + "files")) for (String line : lines(f + "files", 16 << 20)) {
                need(line.matches("[0-9a-f]{64} (0|[1-9][0-9]{0,17}) \\P{Cc}{1,1024}") && ++listings <= 400_000, "files");
                listed.add(line.split(" ", 3));
            }
        } catch (Flaw e) { why.add(e.getMessage()); }
        for (String[] file : listed) {
            Seen seen = files.get(file[2]);
            wanted.putIfAbsent(file[2], file[0]);
            if (seen == null) why.add(file[2] + " is missing");
            else if (!seen.sha256.equals(file[0]) || members.get(file[2]).length != Long.parseLong(file[1])) why.add(file[2] + " is another file");
            else if (!named.contains(file[0])) why.add(file[2] + " is not named by the content");
        }
        if (why.isEmpty()) covered.addAll(named);
    }

    /** The root over the leaf at that index, from the top down (RFC 6962, 2.1.1). */
    private static byte[] climb(long index, long size, byte[] leaf, Deque<byte[]> proof) throws Flaw {
        if (size == 1) return leaf;
        need(!proof.isEmpty() && proof.peekLast().length == 32, "proof");
        long half = Long.highestOneBit(size - 1);
        byte[] other = proof.removeLast(), node = {1};
        return index < half ? sha256(node, climb(index, half, leaf, proof), other)
                : sha256(node, other, climb(index - half, size - half, leaf, proof));
    }

    private Seen see(Member m) throws IOException {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256"), block = MessageDigest.getInstance("SHA-256");
            List<String> blocks = new ArrayList<>();
            boolean sound = read(m, (bytes, n) -> { // one block of 1 MiB at a time
                all.update(bytes, 0, n);
                block.update(bytes, 0, n);
                blocks.add(HEX.formatHex(block.digest()));
            });
            return new Seen(HEX.formatHex(all.digest()), sound, blocks);
        } catch (NoSuchAlgorithmException e) { throw new IllegalStateException(e); }
    }

    private void blocks(String name, Map<String, String> wanted) throws IOException { // only where the file is good
        String sha256 = name.substring(14);
        wanted.forEach((path, digest) -> {
            if (!digest.equals(sha256) || !name.matches("ledger/blocks/[0-9a-f]{64}")) return;
            try {
                List<String> lines = lines(name, 64 << 20);
                need(lines.stream().allMatch(line -> line.matches("[0-9a-f]{64}")), name);
                Seen seen = files.get(path);
                need(seen == null || !seen.sha256.equals(sha256) || seen.blocks.equals(lines), name);
            } catch (Flaw | IOException e) { flaws.add(e.getMessage()); }
        });
    }

    // ---- A time stamp (RFC 3161): what it covers and that its certificate made it. Whose that is, openssl judges.

    private static byte[] in(byte[] der, int... path) { // the element at that path; DER with its head
        byte[] now = der;
        for (int step : path) {
            int p = head(now);
            for (int i = 0; i < step; i++) p += size(Arrays.copyOfRange(now, p, now.length));
            now = Arrays.copyOfRange(now, p, p + size(Arrays.copyOfRange(now, p, now.length)));
        }
        return now;
    }
    private static int head(byte[] e) { return e[1] >= 0 ? 2 : 2 + (e[1] & 127); }
    private static int size(byte[] e) {
        int n = e[1] & 127;
        return e[1] >= 0 ? 2 + n : 2 + n + new java.math.BigInteger(1, Arrays.copyOfRange(e, 2, 2 + n)).intValueExact();
    }
    private static byte[] value(byte[] e) { return Arrays.copyOfRange(e, head(e), size(e)); }

    private static String stamp(byte[] answer, byte[] covered) throws Flaw, GeneralSecurityException {
        need(size(answer) == answer.length && value(in(answer, 0, 0))[0] <= 1, "refused");
        byte[] data = in(answer, 1, 1, 0), info = value(in(data, 2, 1, 0)), imprint = in(info, 2);
        Map<String, String> hashes = Map.of("608648016503040201", "SHA-256", "608648016503040202", "SHA-384", "608648016503040203", "SHA-512");
        String hash = hashes.get(HEX.formatHex(value(in(imprint, 0, 0))));
        need(hash != null && Arrays.equals(value(in(imprint, 1)), MessageDigest.getInstance(hash).digest(covered)), "covers other bytes");
        int last = in(data, 4)[0] == 0x31 ? 4 : 5; // revocation lists may stand before the signer
        byte[] signer = in(data, last, 0), attributes = in(signer, 3).clone(), signature = value(in(signer, 5));
        String digest = hashes.get(HEX.formatHex(value(in(signer, 2, 0)))), names = HEX.formatHex(attributes);
        attributes[0] = 0x31;
        byte[] sum = MessageDigest.getInstance(digest).digest(info);
        need(names.contains("06092a864886f70d010904" + "31%02x04%02x".formatted(sum.length + 2, sum.length) + HEX.formatHex(sum)), "another content");
        byte[] certificates = value(in(data, 3));
        for (int p = 0; p < certificates.length; p += size(Arrays.copyOfRange(certificates, p, certificates.length))) {
            X509Certificate one = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificates, p, certificates.length - p));
            String kind = one.getPublicKey().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
            Signature check = Signature.getInstance(digest.replace("-", "") + "with" + kind);
            check.initVerify(one.getPublicKey());
            check.update(attributes);
            List<String> uses = one.getExtendedKeyUsage();
            try {
                if (check.verify(signature) && uses != null && uses.contains("1.3.6.1.5.5.7.3.8")) {
                    return "stamped " + new String(value(in(info, 4)), StandardCharsets.US_ASCII) + " by "
                            + one.getSubjectX500Principal() + " (certificate not judged here; see openssl ts -verify)";
                }
            } catch (SignatureException e) { /* made by another certificate */ }
        }
        throw new Flaw("no certificate for it");
    }
}
