package az.qalxan.evidence.intake;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads pieces into memory, of bounded size and only so many at once, and checks their digest. */
@Component
final class PieceBody {

    private static final int WAIT_SECONDS_MAX = 30;
    private static final Pattern CHECKSUM = Pattern.compile("sha256 ([A-Za-z0-9+/]{43}=)");

    private final int bytesMax;
    private final Semaphore places;

    PieceBody(IntakeSettings settings) {
        this.bytesMax = settings.pieceBytes();
        this.places = new Semaphore(settings.piecesAtOnce(), true);
    }

    /** What is done with a piece while it is in memory. */
    interface Work<T> {
        T with(byte[] piece) throws IOException;
    }

    /** Reads the body and hands it on. */
    <T> T read(HttpServletRequest request, Work<T> work) throws IOException {
        if (request.getContentLengthLong() > bytesMax) {
            throw tooLarge(request);
        }
        Optional<byte[]> awaited = awaited(request.getHeader("Upload-Checksum"));
        if (!place()) {
            throw ProblemFound.of(WebProblem.TOO_MANY_REQUESTS);
        }
        try {
            byte[] piece = bytes(request);
            if (awaited.isPresent() && !Arrays.equals(awaited.get(), sha256(piece))) {
                throw ProblemFound.of(IntakeProblem.INTAKE_CHECKSUM);
            }
            return work.with(piece);
        } finally {
            places.release();
        }
    }

    /** Whoever sends a little too much reads the answer; who sends far too much is cut off. */
    private ProblemFound tooLarge(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            in.skipNBytes(Math.min(request.getContentLengthLong(), 2L * bytesMax));
        }
        return ProblemFound.of(WebProblem.TOO_LARGE);
    }

    private boolean place() {
        try {
            return places.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            int announced = (int) request.getContentLengthLong();
            byte[] piece = in.readNBytes(announced < 0 ? bytesMax + 1 : announced);
            if (piece.length > bytesMax) {
                throw ProblemFound.of(WebProblem.TOO_LARGE);
            }
            if (announced >= 0 && piece.length < announced) {
                throw ProblemFound.of(WebProblem.BAD_REQUEST);
            }
            return piece;
        }
    }

    private static Optional<byte[]> awaited(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher parts = CHECKSUM.matcher(header);
        if (!parts.matches()) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        return Optional.of(Base64.getDecoder().decode(parts.group(1)));
    }

    private static byte[] sha256(byte[] piece) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(piece);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this Java", e);
        }
    }
}
