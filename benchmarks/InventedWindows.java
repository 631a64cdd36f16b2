import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invented events of an office's Windows machines with the fields that Sysmon writes, flat, of the
 * sizes that rsigma's benchmark publishes: a mix of six kinds of 705 bytes, and files that were
 * made of 445 bytes.
 */
final class InventedWindows {

    /** A program, how it is called, and what calls it. */
    private record Program(String image, String arguments, String parent, String parentArguments) {}

    private static final String SYSTEM = "C:\\Windows\\System32\\";
    private static final List<Program> PROGRAMS =
            List.of(
                    new Program(SYSTEM + "svchost.exe", "-k netsvcs -p -s Schedule",
                            SYSTEM + "services.exe", ""),
                    new Program(SYSTEM + "taskhostw.exe", "Install $(Arg0)",
                            SYSTEM + "svchost.exe", "-k netsvcs -p -s Schedule"),
                    new Program("C:\\Program Files\\Mühasib\\muhasib.exe", "/open",
                            "C:\\Windows\\explorer.exe", ""),
                    new Program("C:\\Program Files\\Mozilla Firefox\\firefox.exe", "-osint -url",
                            "C:\\Windows\\explorer.exe", ""),
                    new Program("C:\\Program Files\\LibreOffice\\program\\soffice.bin", "--writer",
                            "C:\\Program Files\\LibreOffice\\program\\soffice.exe", "--writer"),
                    new Program("C:\\Program Files (x86)\\Yenilənmə\\yenile.exe", "/silent",
                            SYSTEM + "svchost.exe", "-k netsvcs -p -s Schedule"));

    /** One in so many events is of this one, which rules look at twice. */
    private static final int RARE = 50;

    private static final Program RUNDLL =
            new Program(SYSTEM + "rundll32.exe", "shell32.dll,Control_RunDLL",
                    "C:\\Windows\\explorer.exe", "");
    private static final List<String> FOLDERS =
            List.of(
                    "C:\\Users\\leyla\\Documents\\",
                    "C:\\Users\\orxan\\AppData\\Local\\Temp\\",
                    "C:\\ProgramData\\Muhasib\\cache\\",
                    "C:\\Windows\\Temp\\");
    private static final List<String> ENDINGS =
            List.of("tmp", "log", "docx", "dat", "json", "xlsx");
    private static final List<String> HOSTS =
            List.of("poct.example", "xidmet.gov.example", "cdn.example.net", "dc1.idare.local");
    private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";

    private final Random random;

    InventedWindows(Random random) {
        this.random = random;
    }

    /** Six kinds, of so many bytes on average. */
    List<byte[]> mixed(int count, int bytes) {
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(
                    switch (random.nextInt(6)) {
                        case 0 -> process(bytes);
                        case 1 -> connection(bytes);
                        case 2 -> image(bytes);
                        case 3 -> registry(bytes);
                        case 4 -> query(bytes);
                        default -> file(bytes);
                    });
        }
        return events;
    }

    List<byte[]> files(int count, int bytes) {
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(file(bytes));
        }
        return events;
    }

    private byte[] process(int bytes) {
        Program program = program();
        Map<String, Object> event = begun(1, program);
        event.put("CommandLine", quoted(program.image()) + " " + program.arguments());
        event.put("CurrentDirectory", "C:\\Windows\\System32\\");
        event.put("IntegrityLevel", random.nextBoolean() ? "Medium" : "System");
        event.put("Hashes", "SHA256=" + hex(64));
        event.put("ParentImage", program.parent());
        String parentLine = quoted(program.parent()) + " " + program.parentArguments();
        event.put("ParentCommandLine", parentLine);
        return filled(event, "CommandLine", bytes);
    }

    private byte[] connection(int bytes) {
        Map<String, Object> event = begun(3, program());
        event.put("Protocol", "tcp");
        event.put("Initiated", "true");
        event.put("SourceIp", "10.1." + random.nextInt(8) + "." + random.nextInt(250));
        event.put("SourcePort", 49_152 + random.nextInt(16_000));
        event.put("DestinationIp", "203.0.113." + random.nextInt(250));
        event.put("DestinationHostname", word(6) + "." + one(HOSTS));
        event.put("DestinationPort", 443);
        return filled(event, "RuleName", bytes);
    }

    private byte[] image(int bytes) {
        Map<String, Object> event = begun(7, program());
        event.put("ImageLoaded", "C:\\Windows\\System32\\" + word(8) + ".dll");
        event.put("Hashes", "SHA256=" + hex(64));
        event.put("Signed", "true");
        event.put("Signature", "Microsoft Windows");
        event.put("SignatureStatus", "Valid");
        return filled(event, "Description", bytes);
    }

    private byte[] registry(int bytes) {
        Map<String, Object> event = begun(13, program());
        event.put("EventType", "SetValue");
        event.put("TargetObject", KEY + word(9) + "\\" + word(12));
        event.put("Details", "DWORD (0x" + hex(8) + ")");
        return filled(event, "Details", bytes);
    }

    private byte[] query(int bytes) {
        Map<String, Object> event = begun(22, program());
        event.put("QueryName", word(7) + "." + one(HOSTS));
        event.put("QueryStatus", "0");
        event.put("QueryResults", "::ffff:203.0.113." + random.nextInt(250) + ";");
        return filled(event, "QueryResults", bytes);
    }

    private byte[] file(int bytes) {
        Map<String, Object> event = begun(11, program());
        event.put("TargetFilename", path());
        event.put("CreationUtcTime", time());
        return filled(event, "RuleName", bytes);
    }

    private Map<String, Object> begun(int number, Program program) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("Channel", "Microsoft-Windows-Sysmon/Operational");
        event.put("EventID", number);
        event.put("Computer", "is-" + (100 + random.nextInt(800)) + ".idare.local");
        event.put("UtcTime", time());
        event.put("ProcessGuid", "{" + hex(8) + "-" + hex(4) + "-" + hex(4) + "-" + hex(12) + "}");
        event.put("ProcessId", 400 + random.nextInt(20_000));
        event.put("Image", program.image());
        event.put("User", "IDARE\\" + word(6));
        return event;
    }

    /** Makes one field so long that the event has about so many bytes. */
    private byte[] filled(Map<String, Object> event, String field, int bytes) {
        String before = String.valueOf(event.getOrDefault(field, ""));
        event.put(field, before);
        int missing = bytes - written(event).length + random.nextInt(61) - 30;
        StringBuilder more = new StringBuilder(before);
        for (int left = missing; left > 0; left -= 9) {
            more.append(' ').append(word(Math.min(8, left)));
        }
        event.put(field, more.toString());
        return written(event);
    }

    private static byte[] written(Map<String, Object> event) {
        return JsonMapper.shared().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
    }

    private String path() {
        return one(FOLDERS) + word(10) + "." + one(ENDINGS);
    }

    private static String quoted(String program) {
        return "\"" + program + "\"";
    }

    private String time() {
        return "2026-11-%02d %02d:%02d:%02d.%03d"
                .formatted(
                        1 + random.nextInt(28),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(1_000));
    }

    private Program program() {
        return random.nextInt(RARE) == 0 ? RUNDLL : PROGRAMS.get(random.nextInt(PROGRAMS.size()));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString().toUpperCase();
    }
}
