import az.qalxan.engines.ledger.Appended;
import az.qalxan.engines.ledger.GroupCommit;
import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.LogAudit;
import az.qalxan.engines.ledger.LogProof;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.NoteSigner;
import az.qalxan.engines.ledger.TransparencyLog;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Entries appended for good, each under a signed checkpoint, by many callers; then proofs. */
final class LedgerBench {

    private static final int CALLERS = 16;
    private static final int AT_ONCE = 512;
    private static final int LEAVES = 100_000_000;
    private static final int PROOFS = 20_000;

    public static void main(String[] words) throws Exception {
        Options options =
                new Options(
                        "bench ledger [--entries N] [--bytes N] [--leaves N (of the large log"
                                + " that is proven from; 0: none)] [--seed N]",
                        words);
        int count = options.number("--entries", 1_000_000);
        int bytes = options.number("--bytes", 200);
        int leaves = options.number("--leaves", LEAVES);
        Random random = new Random(options.number("--seed", 5));
        Path folder = options.work().resolve("ledger");
        NoteSigner signer =
                NoteSigner.generate(
                        new KeyName("bench.example"), NoteKey.Use.LOG, new SecureRandom());
        Outcome outcome =
                new Outcome(
                        "ledger",
                        "%,d entries of %d bytes by %d callers, one in ten twice"
                                .formatted(count, bytes, CALLERS),
                        options);
        try (TransparencyLog log = TransparencyLog.open(folder, signer, "bench.example")) {
            append(outcome, log, new Work(count, bytes, random.nextLong()));
            prove(outcome, log, random);
        }
        long began = System.nanoTime();
        LogAudit.Report report = LogAudit.of(folder, List.of(signer.key()));
        outcome.also("audit of all of it", count / seconds(began), "entries/s");
        if (!report.clean()) {
            throw new IllegalStateException("not clean: " + report.findings());
        }
        if (leaves > 0) {
            proveFromLarge(outcome, new LargeLog(options, signer, leaves), random);
        }
        outcome.end();
    }

    private record Work(int count, int bytes, long seed) {

        byte[] entry(int number) {
            byte[] entry = new byte[bytes];
            new Random(seed + number).nextBytes(entry);
            ByteBuffer.wrap(entry).putInt(number);
            return entry;
        }
    }

    private static void append(Outcome outcome, TransparencyLog log, Work work) throws Exception {
        double[] waits = new double[work.count()];
        List<Thread> callers = new ArrayList<>();
        long began = System.nanoTime();
        try (GroupCommit commit = new GroupCommit(log)) {
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                callers.add(
                        Thread.ofPlatform().start(() -> call(commit, work, caller, waits)));
            }
            for (Thread caller : callers) {
                caller.join();
            }
        }
        double took = seconds(began);
        Arrays.sort(waits);
        outcome.atLeast("durable entries, none twice", work.count() / took, 10_000, "/s");
        outcome.atMost(
                "from the call to the signed checkpoint, p99",
                waits[(int) (0.99 * (waits.length - 1))],
                1_000,
                "ms");
        outcome.also("the same, median", waits[waits.length / 2], "ms");
        outcome.also("the same, slowest", waits[waits.length - 1], "ms");
    }

    private static void call(GroupCommit commit, Work work, int caller, double[] waits) {
        try {
            int each = work.count() / CALLERS;
            for (int done = 0; done < each; done += AT_ONCE) {
                int some = Math.min(AT_ONCE, each - done);
                List<CompletableFuture<Appended>> answers = new ArrayList<>();
                long began = System.nanoTime();
                for (int i = 0; i < some; i++) {
                    int number = caller * each + done + i;
                    int entry = number % 10 == 9 ? number - 9 : number;
                    answers.add(commit.submit(work.entry(entry)));
                }
                for (int i = 0; i < some; i++) {
                    answers.get(i).join();
                    waits[caller * each + done + i] = seconds(began) * 1_000;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void prove(Outcome outcome, TransparencyLog log, Random random)
            throws Exception {
        long size = log.checkpoint().head().size();
        double[] times = new double[2_000];
        for (int i = 0; i < times.length; i++) {
            long index = Math.floorMod(random.nextLong(), size);
            long began = System.nanoTime();
            log.proof(index);
            times[i] = seconds(began) * 1_000;
        }
        Arrays.sort(times);
        outcome.also("size of the log", size, "leaves");
        outcome.atMost("proof by index, p95", times[(int) (0.95 * times.length)], 1, "ms");
    }

    /** Each proof from the files alone: nothing is kept from one to the next. */
    private static void proveFromLarge(Outcome outcome, LargeLog large, Random random)
            throws Exception {
        if (!large.isThere()) {
            if (!large.hasRoom()) {
                outcome.also("no room for a log of so many leaves", large.leaves(), "leaves");
                return;
            }
            outcome.also("a large log written, not made certain", large.write(), "entries/s");
        }
        double[] times = new double[PROOFS];
        for (int i = 0; i < times.length; i++) {
            long index = random.nextInt(large.leaves());
            long began = System.nanoTime();
            LogProof proof = large.reader().proof(index);
            times[i] = seconds(began) * 1_000;
            if (i % 100 == 0 && !proof.check(LargeLog.entry(index)).proven()) {
                throw new IllegalStateException("no proof of " + index);
            }
        }
        Arrays.sort(times);
        outcome.also("size of the large log", large.leaves(), "leaves");
        outcome.atMost("proof by index there, p95", times[PROOFS * 95 / 100], 1, "ms");
        outcome.also("the same, median", times[PROOFS / 2], "ms");
        outcome.also("the same, p99", times[PROOFS * 99 / 100], "ms");
        outcome.also("the same, slowest", times[PROOFS - 1], "ms");
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
