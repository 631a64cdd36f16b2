import az.qalxan.engines.image.DigestKind;
import az.qalxan.engines.image.DiskImage;
import az.qalxan.engines.image.DiskImages;
import az.qalxan.engines.image.ImageOpening;
import az.qalxan.engines.image.ImageVerification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Verifying an EWF-E01 image, beside ewfverify on the same file. */
final class ImageBench {

    private static final int BLOCK = 1 << 20;

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench image [--megabytes N] [--rounds N]", words);
        int megabytes = options.number("--megabytes", 512);
        int rounds = options.number("--rounds", 3);
        if (!Files.isExecutable(Path.of("/usr/bin/ewfacquirestream"))) {
            System.err.println("image: ewfacquirestream and ewfverify are wanted (package ewf-tools)");
            System.exit(1);
        }
        Outcome outcome =
                new Outcome(
                        "image",
                        "%,d MiB media in E01 as written by ewfacquirestream (deflate: fast); best of %d"
                                        .formatted(megabytes, rounds)
                                + ", ours and ewfverify in turn, the file in the page cache",
                        options);
        for (Media media : Media.values()) {
            Path image = write(options, media, megabytes);
            for (Set<DigestKind> also : List.of(Set.<DigestKind>of(), Set.of(DigestKind.SHA256))) {
                compare(outcome, new Run(media, image, also, (long) megabytes << 20), rounds);
            }
            Files.delete(image);
        }
        outcome.end();
    }

    private enum Media {
        RANDOM("bytes that do not deflate"),
        MIXED("a third zeros, a third text, a third random");

        private final String told;

        Media(String told) {
            this.told = told;
        }

        byte[] block(Random random, int number) {
            byte[] block = new byte[BLOCK];
            if (this == RANDOM || number % 3 == 2) {
                random.nextBytes(block);
            } else if (number % 3 == 1) {
                for (int i = 0; i < BLOCK; i++) {
                    block[i] = (byte) ("etaoin shrdlu ".charAt((int) Math.abs(random.nextGaussian() * 3) % 14));
                }
            }
            return block;
        }
    }

    private record Run(Media media, Path image, Set<DigestKind> also, long bytes) {}

    private static Path write(Options options, Media media, int megabytes) throws Exception {
        Path stem = options.work().resolve("image-" + media.name().toLowerCase());
        options.tell("writing %s", media.told);
        Process tool =
                new ProcessBuilder(
                                "ewfacquirestream", "-q", "-c", "fast", "-S", "7000000000",
                                "-t", stem.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (OutputStream in = tool.getOutputStream()) {
            Random random = new Random(7);
            for (int i = 0; i < megabytes; i++) {
                in.write(media.block(random, i));
            }
        }
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("ewfacquirestream failed");
        }
        return Path.of(stem + ".E01");
    }

    private static void compare(Outcome outcome, Run run, int rounds) throws Exception {
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < rounds; i++) {
            theirs = Math.max(theirs, theirs(run));
            ours = Math.max(ours, ours(run));
        }
        String what = (run.also().isEmpty() ? "MD5" : "MD5 and SHA-256") + ", " + run.media().told;
        outcome.also("ewfverify, " + what, theirs, "MiB/s");
        outcome.atLeast("ours, " + what, ours, theirs, "MiB/s");
    }

    private static double theirs(Run run) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ewfverify", "-q"));
        if (!run.also().isEmpty()) {
            words.addAll(List.of("-d", "sha256"));
        }
        words.add(run.image().toString());
        long began = System.nanoTime();
        Process tool =
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("ewfverify failed");
        }
        return rate(run, began);
    }

    private static double ours(Run run) throws IOException, InterruptedException {
        long began = System.nanoTime();
        if (DiskImages.open(run.image()) instanceof ImageOpening.Opened(DiskImage image)) {
            try (image) {
                ImageVerification verification = image.verify(run.also(), done -> {});
                if (verification.verdict() != ImageVerification.Verdict.INTACT) {
                    throw new IllegalStateException(verification.toString());
                }
            }
            return rate(run, began);
        }
        throw new IllegalStateException("refused: " + run.image());
    }

    private static double rate(Run run, long began) {
        return run.bytes() / 1048576.0 / ((System.nanoTime() - began) / 1e9);
    }
}
