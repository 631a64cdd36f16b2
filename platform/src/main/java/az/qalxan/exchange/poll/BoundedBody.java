package az.qalxan.exchange.poll;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body up to a bound, and hangs up beyond it. */
public final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Taken> {

    /**
     * A body.
     *
     * @param whole false when it was longer
     */
    public record Taken(byte[] bytes, boolean whole) {}

    private final int bytesMax;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<Taken> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    public BoundedBody(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    @Override
    public CompletionStage<Taken> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription fresh) {
        subscription = fresh;
        fresh.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (taken.size() + buffer.remaining() > bytesMax) {
                if (subscription != null) {
                    subscription.cancel();
                }
                result.complete(new Taken(new byte[0], false));
                return;
            }
            byte[] some = new byte[buffer.remaining()];
            buffer.get(some);
            taken.writeBytes(some);
        }
    }

    @Override
    public void onError(Throwable error) {
        result.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        result.complete(new Taken(taken.toByteArray(), true));
    }
}
