package az.qalxan.engines.content;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes from this process, for good, what reading needs not: sockets, other programs, writing,
 * deleting and renaming files, other processes (Linux: seccomp-bpf on all threads, resource
 * limits). Elsewhere only memory and time are bounded, and {@link #enter} says so.
 */
final class Confinement {

    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_SET_MODE_FILTER = 1;
    private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
    private static final int RLIMIT_CPU = 0;
    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_CORE = 4;
    private static final int RETURN_ALLOW = 0x7fff0000;
    private static final int RETURN_EPERM = 0x00050001;
    private static final int RETURN_ENOSYS = 0x00050026;
    private static final int OPEN_FOR_WRITING = 0x1 | 0x2 | 0x40 | 0x200;
    private static final int CLONE_THREAD = 0x10000;

    /** Sockets, processes, files, the machine; as the tables of Linux number them. */
    private static final String DENIED_AMD64 =
            "41 42 43 49 50 53 288 "
                    + "57 58 59 322 62 101 310 311 434 424 "
                    + "76 77 82 83 84 85 86 87 88 90 91 92 93 94 132 133 235 258 259 260 261 263 "
                    + "264 265 266 268 280 316 437 452 "
                    + "155 161 165 166 169 175 246 272 298 308 313 320 321 323 425 426 427";

    private static final String DENIED_AARCH64 =
            "198 199 200 201 202 203 242 "
                    + "221 281 129 117 270 271 434 424 "
                    + "33 34 35 36 37 38 45 46 52 53 54 55 88 276 437 452 "
                    + "39 40 41 51 97 104 105 106 142 241 268 273 280 282 294 425 426 427";

    private Confinement() {}

    /**
     * Calls of one architecture, by their numbers in Linux.
     *
     * @param open the old call with its flags in the second argument; -1 for none
     * @param denied calls that give no permission
     */
    private record Calls(
            int arch,
            int seccomp,
            int openat,
            int open,
            int fork,
            int clone3,
            List<Integer> denied) {}

    private static Optional<Calls> calls() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch", "")) {
            case "amd64" ->
                    Optional.of(new Calls(0xc000003e, 317, 257, 2, 56, 435, numbers(DENIED_AMD64)));
            case "aarch64" ->
                    Optional.of(
                            new Calls(0xc00000b7, 277, 56, -1, 220, 435, numbers(DENIED_AARCH64)));
            default -> Optional.empty();
        };
    }

    private static List<Integer> numbers(String denied) {
        return Stream.of(denied.split(" ")).map(Integer::valueOf).toList();
    }

    /**
     * Confines the process; true if every part of it took hold.
     *
     * @param processor how much time of the processor it may use
     */
    static boolean enter(Duration processor) {
        Optional<Calls> calls = calls();
        if (calls.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            Native native_ = new Native(arena);
            boolean bounded =
                    native_.limit(RLIMIT_CPU, Math.max(2, processor.toSeconds() * 4))
                            && native_.limit(RLIMIT_CORE, 0)
                            && native_.limit(RLIMIT_FSIZE, 0);
            return native_.call(prctl(calls.get()), PR_SET_NO_NEW_PRIVS, 1, 0) == 0
                    && native_.filter(calls.get())
                    && bounded;
        }
    }

    private static int prctl(Calls calls) {
        return calls.open() < 0 ? 167 : 157;
    }

    /** The filter as instructions of classic BPF, eight bytes each. */
    private static List<long[]> program(Calls calls) {
        List<long[]> program = new ArrayList<>();
        program.add(instruction(0x20, 0, 0, 4));
        program.add(instruction(0x15, 1, 0, calls.arch()));
        program.add(instruction(0x06, 0, 0, RETURN_EPERM));
        program.add(instruction(0x20, 0, 0, 0));
        program.add(instruction(0x35, 0, 1, 0x40000000));
        program.add(instruction(0x06, 0, 0, RETURN_EPERM));
        flags(program, calls.openat(), 32, false, OPEN_FOR_WRITING);
        if (calls.open() >= 0) {
            flags(program, calls.open(), 24, false, OPEN_FOR_WRITING);
        }
        flags(program, calls.fork(), 16, true, CLONE_THREAD);
        program.add(instruction(0x15, 0, 1, calls.clone3()));
        program.add(instruction(0x06, 0, 0, RETURN_ENOSYS));
        for (int denied : calls.denied()) {
            program.add(instruction(0x15, 0, 1, denied));
            program.add(instruction(0x06, 0, 0, RETURN_EPERM));
        }
        program.add(instruction(0x06, 0, 0, RETURN_ALLOW));
        return program;
    }

    /** A call that is allowed only if any of some flags is set, or only if none is. */
    private static void flags(
            List<long[]> program, int call, int argument, boolean wanted, int flags) {
        program.add(instruction(0x15, 0, 4, call));
        program.add(instruction(0x20, 0, 0, argument));
        program.add(instruction(0x45, wanted ? 1 : 0, wanted ? 0 : 1, flags));
        program.add(instruction(0x06, 0, 0, RETURN_EPERM));
        program.add(instruction(0x06, 0, 0, RETURN_ALLOW));
    }

    private static long[] instruction(int code, int yes, int no, int value) {
        return new long[] {code, yes, no, value};
    }

    /** The C library. */
    private static final class Native {

        private final Arena arena;
        private final MethodHandle syscall;
        private final MethodHandle setrlimit;

        Native(Arena arena) {
            this.arena = arena;
            Linker linker = Linker.nativeLinker();
            this.syscall =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("syscall"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG),
                            Linker.Option.firstVariadicArg(1));
            this.setrlimit =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("setrlimit"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS));
        }

        long call(long number, long first, long second, long third) {
            try {
                return (long) syscall.invokeExact(number, first, second, third, 0L, 0L);
            } catch (Throwable e) {
                throw new IllegalStateException("The C library cannot be called.", e);
            }
        }

        boolean limit(int what, long value) {
            MemorySegment pair = arena.allocate(16, 8);
            pair.set(ValueLayout.JAVA_LONG, 0, value);
            pair.set(ValueLayout.JAVA_LONG, 8, value);
            try {
                return (int) setrlimit.invokeExact(what, pair) == 0;
            } catch (Throwable e) {
                throw new IllegalStateException("The C library cannot be called.", e);
            }
        }

        boolean filter(Calls calls) {
            List<long[]> program = program(calls);
            MemorySegment instructions = arena.allocate(8L * program.size(), 8);
            for (int i = 0; i < program.size(); i++) {
                long[] one = program.get(i);
                instructions
                        .asSlice(8L * i, 8)
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder())
                        .putShort((short) one[0])
                        .put((byte) one[1])
                        .put((byte) one[2])
                        .putInt((int) one[3]);
            }
            MemorySegment header = arena.allocate(16, 8);
            header.set(ValueLayout.JAVA_SHORT, 0, (short) program.size());
            header.set(ValueLayout.ADDRESS, 8, instructions);
            return call(
                            calls.seccomp(),
                            SECCOMP_SET_MODE_FILTER,
                            SECCOMP_FILTER_FLAG_TSYNC,
                            header.address())
                    == 0;
        }
    }
}
