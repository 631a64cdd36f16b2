package az.qalxan.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A queue is worked off though steps fail, and no faster than they rest. */
class QueueWorkerTest {

    /** Its first steps fail by a defect. */
    private static final class Defective extends QueueWorker {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private int defects = 2;

        Defective() {
            super("sınaq", 10, new SimpleMeterRegistry().counter("entries"));
        }

        @Override
        protected Done take(int most, Collection<Long> taken) {
            taken.add(7L);
            told.add("take");
            if (defects > 0) {
                defects--;
                throw new IllegalStateException("a defect");
            }
            return Done.NOTHING;
        }

        @Override
        protected void setAside(long entry) {
            told.add("aside " + entry);
        }

        @Override
        void rest() {
            told.add("rest");
        }
    }

    @Test
    void aDefectSetsAsideAndRestsBeforeItGoesOn() throws Exception {
        Defective worker = new Defective();
        worker.begin();
        List<String> told = take(worker.told, 7);
        worker.destroy();
        assertThat(told)
                .containsExactly("take", "aside 7", "rest", "take", "aside 7", "rest", "take");
    }

    private static List<String> take(BlockingQueue<String> told, int count)
            throws InterruptedException {
        Stream.Builder<String> taken = Stream.builder();
        for (int i = 0; i < count; i++) {
            taken.add(told.take());
        }
        return taken.build().toList();
    }
}
