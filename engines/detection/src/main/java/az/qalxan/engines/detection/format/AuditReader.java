package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/**
 * Records of Linux's audit subsystem; those of one event may stand together, each on a line. Values
 * that the kernel writes as digits are told as the text that they are.
 *
 * <p>Of a call that begins a program the arguments are those of the program and not the call's own,
 * which are addresses. All of them together are {@code CommandLine}.
 */
final class AuditReader extends TextReader {

    static final byte[] TYPE = ascii("type");
    private static final byte[] AUDIT = ascii("audit(");
    private static final byte[] EXECVE = ascii("type=EXECVE");
    private static final byte[] SERIAL = ascii("audit.serial");
    private static final byte[] COMMAND_LINE = ascii("CommandLine");
    private static final byte[] TARGET = ascii("TargetFilename");
    private static final byte[] CALL = ascii("SYSCALL");
    private static final byte GROUP = 0x1d;

    private final ClockReading clock = new ClockReading();
    private final AuditValue value = new AuditValue();
    private final Scratch command = new Scratch();
    private final Scratch path = new Scratch();
    private final AuditAddress address = new AuditAddress();
    private String architecture = "";
    private String call = "";
    private boolean called;
    private boolean program;
    private boolean began;
    private boolean created;
    private boolean ofProgram;
    private boolean ofPath;

    @Override
    void event() throws BadEvent {
        int last = in.end;
        program = in.find(EXECVE) >= 0;
        began = false;
        architecture = "";
        call = "";
        called = false;
        command.clear();
        while (in.at < last) {
            in.end = last;
            in.end = in.find('\n');
            record();
            in.at = in.end + 1;
        }
        String name = called ? "" : Syscalls.name(architecture, call);
        if (!name.isEmpty()) {
            tell(CALL, ascii(name));
        }
        if (command.length > 0 && sink().field(COMMAND_LINE)) {
            sink().text(command.bytes, 0, command.length);
        }
    }

    private void record() throws BadEvent {
        if (in.done()) {
            return;
        }
        int audit = in.find(AUDIT);
        if (audit < 0) {
            throw in.bad("'audit(' with time and number is missing");
        }
        ofProgram = false;
        ofPath = false;
        value.arguments(false);
        created = false;
        path.clear();
        int from = in.at;
        int end = in.end;
        in.end = audit;
        pairs();
        in.end = end;
        in.at = audit + AUDIT.length;
        stamp(from);
        pairs();
        if (created && path.length > 0 && sink().field(TARGET)) {
            sink().text(path.bytes, 0, path.length);
        }
    }

    /** {@code 1364481363.243:24287):}. */
    private void stamp(int record) throws BadEvent {
        int colon = in.find(':');
        int close = in.find(')');
        if (colon > close || close == in.end) {
            in.at = record;
            throw in.bad("'audit(' holds a time, ':' and a number");
        }
        if (!began) {
            began = true;
            if (clock.epoch(in.bytes, in.at, colon)) {
                tellTime(clock.seconds(), clock.nanos());
            }
            tell(SERIAL, colon + 1, close);
        }
        in.at = close + 1;
        in.skip(':');
    }

    private void pairs() {
        while (!in.done()) {
            byte b = in.bytes[in.at];
            if (b <= ' ' || b == GROUP || b == '\'' || b == ',' || b == '{' || b == '}') {
                in.at++;
                continue;
            }
            int key = in.at;
            while (!in.done() && !in.is('=') && in.bytes[in.at] > ' ') {
                in.at++;
            }
            int keyEnd = in.at;
            if (in.skip('=')) {
                pair(key, keyEnd);
            }
        }
    }

    private void pair(int key, int keyEnd) {
        if (in.is('\'') || in.is('{')) {
            return;
        }
        int from = in.at;
        value.read(in, key, keyEnd, scratch);
        if (value.missing()) {
            return;
        }
        if (is(key, keyEnd, "type")) {
            ofProgram = value.is(in, from, "EXECVE");
            ofPath = value.is(in, from, "PATH");
            value.arguments(ofProgram);
        }
        boolean argument = AuditValue.isArgument(in.bytes, key, keyEnd);
        if (argument && program && !ofProgram) {
            return;
        }
        if (argument && ofProgram) {
            argument(key, keyEnd);
            return;
        }
        if (ofPath) {
            path(key, keyEnd);
        }
        call(key, keyEnd);
        if (sink().field(in.bytes, key, keyEnd)) {
            sink().text(scratch.bytes, 0, scratch.length);
        }
    }

    private boolean is(int from, int until, String word) {
        return AuditValue.is(in.bytes, from, until, word);
    }

    /** {@code a1}, or {@code a1[0]} of a long one in parts, which are put together again. */
    private void argument(int key, int keyEnd) {
        int bracket = key;
        while (bracket < keyEnd && in.bytes[bracket] != '[') {
            bracket++;
        }
        boolean further = bracket < keyEnd && !is(bracket, keyEnd, "[0]");
        if (command.length > 0 && !further) {
            command.put(' ');
        }
        command.put(scratch.bytes, 0, scratch.length);
        if (sink().field(in.bytes, key, bracket)) {
            sink().text(scratch.bytes, 0, scratch.length);
        }
    }

    /** The number of the call is told by its name as well, unless the record does so itself. */
    private void call(int key, int keyEnd) {
        if (is(key, keyEnd, "arch")) {
            architecture = scratch.shown();
        } else if (is(key, keyEnd, "syscall")) {
            call = scratch.shown();
        } else if (is(key, keyEnd, "SYSCALL")) {
            called = true;
        } else if (is(key, keyEnd, "saddr")) {
            address.tell(scratch, sink());
        }
    }

    private void path(int key, int keyEnd) {
        if (is(key, keyEnd, "name")) {
            path.clear().put(scratch.bytes, 0, scratch.length);
        } else if (is(key, keyEnd, "nametype")) {
            created = scratch.length == 6 && scratch.bytes[0] == 'C' && scratch.bytes[1] == 'R';
        }
    }
}
