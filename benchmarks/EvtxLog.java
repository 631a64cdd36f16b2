import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * An invented Windows event log of any length: processes, connections, files and logons with the
 * fields that Sysmon and the security log have, nine kinds mixed in every chunk.
 */
final class EvtxLog {

    private static final int CHUNK = 65_536;
    private static final int RECORDS = 512;
    private static final int STRING = 1;
    private static final int U16 = 6;
    private static final int U32 = 8;
    private static final int GUID = 15;
    private static final int TIME = 17;
    private static final int SID = 19;
    private static final int HEX64 = 21;

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(1, "RuleName UtcTime ProcessGuid:15 ProcessId:8 Image FileVersion"
                            + " Description Product Company OriginalFileName CommandLine"
                            + " CurrentDirectory User LogonGuid:15 LogonId:21 TerminalSessionId:8"
                            + " IntegrityLevel Hashes ParentProcessGuid:15 ParentProcessId:8"
                            + " ParentImage ParentCommandLine ParentUser"),
                    new Kind(3, "RuleName UtcTime ProcessGuid:15 ProcessId:8 Image User Protocol"
                            + " Initiated SourceIsIpv6 SourceIp SourceHostname SourcePort:6"
                            + " DestinationIp DestinationHostname DestinationPort:6"),
                    new Kind(7, "RuleName UtcTime ProcessGuid:15 ProcessId:8 Image ImageLoaded"
                            + " FileVersion Description Product Company OriginalFileName Hashes"
                            + " Signed Signature SignatureStatus User"),
                    new Kind(11, "RuleName UtcTime ProcessGuid:15 ProcessId:8 Image"
                            + " TargetFilename CreationUtcTime User"),
                    new Kind(13, "RuleName EventType UtcTime ProcessGuid:15 ProcessId:8 Image"
                            + " TargetObject Details User"),
                    new Kind(4624, "SubjectUserSid:19 SubjectUserName SubjectDomainName"
                            + " SubjectLogonId:21 TargetUserSid:19 TargetUserName"
                            + " TargetDomainName TargetLogonId:21 LogonType:8 LogonProcessName"
                            + " AuthenticationPackageName WorkstationName LogonGuid:15"
                            + " TransmittedServices LmPackageName KeyLength:8 ProcessId:21"
                            + " ProcessName IpAddress IpPort"),
                    new Kind(4688, "SubjectUserSid:19 SubjectUserName SubjectDomainName"
                            + " SubjectLogonId:21 NewProcessId:21 NewProcessName"
                            + " TokenElevationType ProcessId:21 CommandLine"),
                    new Kind(4672, "SubjectUserSid:19 SubjectUserName SubjectDomainName"
                            + " SubjectLogonId:21 PrivilegeList"),
                    new Kind(5156, "ProcessID:8 Application Direction SourceAddress SourcePort"
                            + " DestAddress DestPort Protocol:8 LayerName LayerRTID:8"));

    private final Random random;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private final Map<String, Integer> names = new HashMap<>();
    private final Deque<Integer> opened = new ArrayDeque<>();
    private final Map<Integer, Integer> templates = new HashMap<>();
    private long id = 1;
    private long time = 133_800_000_000_000_000L;

    private EvtxLog(Random random) {
        this.random = random;
    }

    /** An event's number and its fields, each with a type unless it is text. */
    private record Kind(int event, List<String> names, List<Integer> types) {

        Kind(int event, String fields) {
            this(
                    event,
                    List.of(fields.split(" ")).stream().map(one -> one.split(":")[0]).toList(),
                    List.of(fields.split(" ")).stream()
                            .map(one -> one.contains(":") ? one.split(":")[1] : "1")
                            .map(Integer::valueOf)
                            .toList());
        }
    }

    /** Writes a log; returns how many records it has. */
    static long write(Path file, int megabytes, Random random) throws IOException {
        EvtxLog log = new EvtxLog(random);
        int chunks = megabytes * 16;
        ByteBuffer header = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = Files.newOutputStream(file)) {
            header.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
            header.putLong(16, chunks - 1).putInt(32, 128).putInt(36, 0x0003_0001);
            header.putShort(40, (short) 4096).putShort(42, (short) chunks);
            header.putInt(124, sum(header.array(), 0, 120));
            out.write(header.array());
            for (int i = 0; i < chunks; i++) {
                out.write(log.nextChunk());
            }
        }
        return log.id - 1;
    }

    private byte[] nextChunk() {
        chunk = ByteBuffer.allocate(2 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        names.clear();
        templates.clear();
        chunk.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
        chunk.putLong(8, id).putLong(24, id).putInt(40, 128).position(RECORDS);
        while (true) {
            int at = chunk.position();
            record();
            if (chunk.position() > CHUNK - 8) {
                chunk.position(at);
                id--;
                return closed();
            }
        }
    }

    private byte[] closed() {
        int end = chunk.position();
        chunk.putLong(16, id - 1).putLong(32, id - 1).putInt(48, end);
        chunk.putInt(52, sum(chunk.array(), RECORDS, end - RECORDS));
        byte[] bytes = java.util.Arrays.copyOf(chunk.array(), CHUNK);
        java.util.Arrays.fill(bytes, end, CHUNK, (byte) 0);
        CRC32 header = new CRC32();
        header.update(bytes, 0, 120);
        header.update(bytes, 128, 384);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(124, (int) header.getValue());
        return bytes;
    }

    private static int sum(byte[] bytes, int from, int count) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, count);
        return (int) sum.getValue();
    }

    private void record() {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        int at = chunk.position();
        time += random.nextInt(50_000_000);
        chunk.putInt(0x2a2a).putInt(0).putLong(id).putLong(time).putInt(0x0001_010f);
        instance(0, kind);
        while ((chunk.position() - at) % 8 != 4) {
            chunk.put((byte) 0);
        }
        int size = chunk.position() + 4 - at;
        chunk.putInt(size).putInt(at + 4, size).putInt(44, at);
        id++;
    }

    /** The event itself (number 0), or its data within. */
    private void instance(int number, Kind kind) {
        chunk.putShort((short) 0x010c).putInt(number + 77);
        Integer known = templates.putIfAbsent(number, chunk.position() + 4);
        chunk.putInt(known == null ? chunk.position() + 4 : known);
        if (known == null) {
            define(number, kind);
        }
        List<Integer> types =
                number == 0
                        ? List.of(U16, 4, 4, U16, 4, HEX64, TIME, U32, U32, 10, SID, 33)
                        : kind.types;
        chunk.putInt(types.size());
        int descriptor = chunk.position();
        chunk.position(descriptor + 4 * types.size());
        for (int i = 0; i < types.size(); i++, descriptor += 4) {
            int from = chunk.position();
            if (number == 0) {
                systemValue(i, kind);
            } else {
                value(types.get(i), kind.names.get(i));
            }
            chunk.putShort(descriptor, (short) (chunk.position() - from));
            chunk.put(descriptor + 2, types.get(i).byteValue());
        }
        chunk.put((byte) 0);
    }

    private void define(int number, Kind kind) {
        chunk.putInt(0).putInt(number + 77).putInt(0).putLong(number);
        int size = chunk.position();
        chunk.putInt(0).putInt(0x0001_010f);
        if (number == 0) {
            defineSystem();
        } else {
            open("EventData");
            for (int i = 0; i < kind.names.size(); i++) {
                named("Data", "Name", kind.names.get(i));
                slot(0x0d, i, kind.types.get(i));
                close();
            }
            close();
        }
        chunk.put((byte) 0);
        measure(size);
    }

    private void defineSystem() {
        named("Event", "xmlns", "http://schemas.microsoft.com/win/2004/08/events/event");
        open("System");
        named("Provider", "Name", "Microsoft-Windows-Sysmon");
        close();
        leaf("EventID", 0, U16);
        leaf("Version", 1, 4);
        leaf("Level", 2, 4);
        leaf("Task", 3, U16);
        leaf("Opcode", 4, 4);
        leaf("Keywords", 5, HEX64);
        attributed("TimeCreated", "SystemTime", 6, TIME);
        leaf("EventRecordID", 9, 10);
        attributed("Execution", "ProcessID", 7, U32);
        open("Channel");
        text("Microsoft-Windows-Sysmon/Operational");
        close();
        open("Computer");
        text("WORKSTATION-17.example.az");
        close();
        attributed("Security", "UserID", 10, SID);
        close();
        slot(0x0e, 11, 33);
        close();
    }

    private void leaf(String name, int index, int type) {
        open(name);
        slot(0x0e, index, type);
        close();
    }

    private void open(String name) {
        begin(0x01, name);
        chunk.put((byte) 0x02);
    }

    private void begin(int token, String name) {
        chunk.put((byte) token).putShort((short) -1);
        opened.push(chunk.position());
        chunk.putInt(0);
        name(name);
    }

    private void named(String name, String attribute, String value) {
        begin(0x41, name);
        int list = chunk.position();
        chunk.putInt(0).put((byte) 0x06);
        name(attribute);
        text(value);
        measure(list);
        chunk.put((byte) 0x02);
    }

    private void attributed(String name, String attribute, int index, int type) {
        begin(0x41, name);
        int list = chunk.position();
        chunk.putInt(0).put((byte) 0x06);
        name(attribute);
        slot(0x0e, index, type);
        measure(list);
        chunk.put((byte) 0x03);
        measure(opened.pop());
    }

    private void close() {
        chunk.put((byte) 0x04);
        measure(opened.pop());
    }

    private void measure(int at) {
        chunk.putInt(at, chunk.position() - at - 4);
    }

    private void slot(int token, int index, int type) {
        chunk.put((byte) token).putShort((short) index).put((byte) type);
    }

    private void text(String text) {
        chunk.putShort((short) 0x0105).putShort((short) text.length());
        chunk.put(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private void name(String name) {
        Integer known = names.putIfAbsent(name, chunk.position() + 4);
        chunk.putInt(known == null ? chunk.position() + 4 : known);
        if (known == null) {
            chunk.putInt(0).putShort((short) 0).putShort((short) name.length());
            chunk.put(name.getBytes(StandardCharsets.UTF_16LE)).putShort((short) 0);
        }
    }

    private void systemValue(int index, Kind kind) {
        switch (index) {
            case 0 -> chunk.putShort((short) kind.event);
            case 1, 2, 4 -> chunk.put((byte) 4);
            case 3 -> chunk.putShort((short) 1);
            case 5 -> chunk.putLong(0x8000_0000_0000_0000L);
            case 6 -> chunk.putLong(time);
            case 7, 8 -> chunk.putInt(random.nextInt(20_000));
            case 9 -> chunk.putLong(id);
            case 10 -> sid();
            default -> {
                chunk.putInt(0x0001_010f);
                instance(kind.event, kind);
            }
        }
    }

    private void value(int type, String name) {
        switch (type) {
            case U16 -> chunk.putShort((short) random.nextInt(65_536));
            case U32 -> chunk.putInt(random.nextInt(20_000));
            case GUID -> chunk.putLong(random.nextLong()).putLong(random.nextLong());
            case HEX64 -> chunk.putLong(random.nextInt(10_000_000));
            case SID -> sid();
            default -> chunk.put(words(name).getBytes(StandardCharsets.UTF_16LE));
        }
    }

    private void sid() {
        chunk.put((byte) 1).put((byte) 5).putInt(0).putShort((short) 0x0500).putInt(21);
        chunk.putInt(random.nextInt()).putInt(random.nextInt()).putInt(random.nextInt());
        chunk.putInt(1000 + random.nextInt(100));
    }

    private String words(String name) {
        if (name.contains("CommandLine")) {
            return "\"C:\\Windows\\System32\\svchost.exe\" -k netsvcs -p -s Service"
                    + random.nextInt(1000) + " --log \"C:\\ProgramData\\Agent\\run.log\"";
        }
        if (name.contains("Image") || name.contains("ile") || name.contains("Application")) {
            return "C:\\Program Files\\Vendor\\Product\\program" + random.nextInt(1000) + ".exe";
        }
        if (name.contains("Hash")) {
            return "SHA1=%016X%016X%08X,MD5=%016X%016X,SHA256=%016X%016X%016X%016X"
                    .formatted(random.longs(9).boxed().toArray());
        }
        if (name.contains("UtcTime")) {
            return "2025-11-27 07:40:10.%03d".formatted(random.nextInt(1000));
        }
        return switch (name) {
            case "TargetObject" -> "HKLM\\SOFTWARE\\Policies\\Vendor\\Key" + random.nextInt(1000);
            case "PrivilegeList" ->
                    "SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeDebugPrivilege";
            case "RuleName" -> "-";
            default -> "WORKSTATION\\user" + random.nextInt(100);
        };
    }
}
